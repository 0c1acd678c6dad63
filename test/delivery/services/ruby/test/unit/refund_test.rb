require 'minitest/autorun'
require_relative '../../lib/refund'

class RefundTest < Minitest::Test
  def test_takes_back_at_most_what_was_paid
    assert_nil Refund.problem(250, 250)
    assert_equal 'more than was paid', Refund.problem(250, 251)
  end

  def test_refuses_what_is_no_amount_of_money
    [0, -1, 2.5, nil].each do |amount|
      assert_equal 'amount must be a positive number of cents', Refund.problem(250, amount)
    end
  end
end
