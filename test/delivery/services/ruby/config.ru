require_relative 'lib/refund'
require_relative 'lib/refunds'
require 'json'

refunds = Refunds.new(ENV.fetch('DATABASE_URL'))

run lambda { |env|
  case [env['REQUEST_METHOD'], env['PATH_INFO']]
  when ['GET', '/health']
    [200, {}, ['fine']]
  when ['POST', '/refunds']
    paid, amount = JSON.parse(env['rack.input'].read).values_at('paid', 'amount')
    problem = Refund.problem(paid, amount)
    problem ? [400, {}, [problem]] : [201, {}, [refunds.add(amount).to_s]]
  else
    [404, {}, []]
  end
}
