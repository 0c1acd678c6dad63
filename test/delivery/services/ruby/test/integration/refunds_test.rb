require 'json'
require 'minitest/autorun'
require 'net/http'

class RefundsTest < Minitest::Test
  def test_a_refund_is_kept_in_the_database
    uri = URI("#{ENV.fetch('SERVICE_URL')}/refunds")
    assert_equal '1', Net::HTTP.post(uri, JSON.generate(paid: 250, amount: 100)).body
  end
end
