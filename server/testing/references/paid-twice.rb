require 'net/http'

tables do
  create_table(:payslips) do |t|
    t.bigint :run_id
    t.bigint :employee_id
    t.integer :net_cents, null: false
    t.timestamps
  end
end

class Payslip < ApplicationRecord; end

module PayCalculator
  Pay = Struct.new(:iban, :net_cents, :currency)
  IBANS = Hash.new('PT50 1')
  def self.call(_run, employee) = Pay.new(IBANS[employee], 1000 + employee, 'EUR')
end

# A bank that promises: the same key is the same transfer. What has no key is a transfer each time.
module BankGateway
  class Timeout < StandardError; end
  class Rejected < StandardError; end
  PAID = []
  ANSWERS = {}
  FAULTS = []

  def self.transfer(iban, cents, currency = nil, idempotency_key: SecureRandom.uuid)
    ANSWERS[idempotency_key] ||= begin
      refused = iban == 'CLOSED'
      PAID << [iban, cents, currency] unless refused
      refused ? :rejected : :accepted
    end
    fault = FAULTS.shift
    raise fault if fault
    raise Rejected, 'account closed' if ANSWERS[idempotency_key] == :rejected
  end
end

module PayrollAlert
  RAISED = []
  def self.rejected(slip, _error) = RAISED << slip
end

# `PayslipMailer.with(…).issued.deliver_now`, on a line that fails as often as it is told to.
module PayslipMailer
  SENT = []
  FAULTS = []
  Letter = Struct.new(:to) do
    def issued = self

    def deliver_now
      fault = FAULTS.shift
      raise fault if fault

      SENT << to
    end
  end
  def self.with(employee_id:, **) = Letter.new(employee_id)
end

Payslip.create!(run_id: 1, employee_id: 99, net_cents: 5)
load_text
%i[AddPayslipGuarantees MakePayslipsUnique].each do |name|
  Object.const_get(name).new.migrate(:up) if Object.const_defined?(name)
end
[Payslip, *([Transfer] if defined?(Transfer))].each(&:reset_column_information)

def pay(employee)
  ApplicationJob::QUEUE << [PayslipJob, [1, employee]]
  drain
end

def drain
  8.times { ApplicationJob.work_off }
end

def paid(employee) = BankGateway::PAID.count { |_iban, cents| cents == 1000 + employee }
def mailed(employee) = PayslipMailer::SENT.count(employee)

check('a run pays each person once, in their currency, and mails them once') do
  2.times { pay(1) }
  paid(1) == 1 && mailed(1) == 1 && BankGateway::PAID.last == ['PT50 1', 1001, 'EUR']
end
check('a bank that answers too late is asked again, and pays once') do
  BankGateway::FAULTS << BankGateway::Timeout
  pay(2)
  paid(2) == 1 && mailed(2) == 1
end
check('a mail that fails is sent later, and nobody is paid for it again') do
  PayslipMailer::FAULTS << Net::ReadTimeout
  pay(3)
  paid(3) == 1 && mailed(3) == 1
end
check('two workers with the same person pay once') do
  threads = Array.new(2) do
    Thread.new { ActiveRecord::Base.connection_pool.with_connection { PayslipJob.perform_now(1, 4) } }
  end
  threads.each(&:join)
  drain
  paid(4) == 1 && mailed(4) == 1 && Payslip.where(employee_id: 4).count == 1
end
check('a rejected transfer is held for a person, told once, and not mailed') do
  PayCalculator::IBANS[5] = 'CLOSED'
  3.times { pay(5) }
  PayrollAlert::RAISED.map(&:employee_id) == [5] && paid(5).zero? && mailed(5).zero?
end
check('a corrected account is a new instruction, and is paid') do
  PayCalculator::IBANS[5] = 'PT50 5'
  Payslip.find_by!(employee_id: 5).update!(held_at: nil)
  pay(5)
  paid(5) == 1 && mailed(5) == 1
end
check('a payslip from before is neither paid nor mailed again') do
  pay(99)
  UnmailedPayslipsJob.perform_now
  drain
  paid(99).zero? && mailed(99).zero?
end
check('a mail that no queue has brought is found by the daily look') do
  Payslip.create!(run_id: 1, employee_id: 6, accepted_at: 2.hours.ago)
  UnmailedPayslipsJob.perform_now
  drain
  mailed(6) == 1
end
