require 'pg'

# Where refunds are kept.
class Refunds
  def initialize(url)
    @url = url
    connect { |database| database.exec('create table if not exists refunds (id serial primary key, amount bigint)') }
  end

  # The number of the refund.
  def add(amount)
    connect { |database| database.exec_params('insert into refunds (amount) values ($1) returning id', [amount])[0]['id'] }
  end

  private

  def connect(&work)
    PG.connect(@url, &work)
  end
end
