# What may be refunded. Amounts are in cents.
module Refund
  def self.problem(paid, amount)
    return 'amount must be a positive number of cents' unless amount.is_a?(Integer) && amount.positive?

    'more than was paid' if amount > paid
  end
end
