tables do
  create_table(:companies)
  create_table(:employees) do |t|
    t.references :company
    t.string :name
  end
  create_table(:payroll_profiles) do |t|
    t.references :employee
    t.bigint :company_id
    t.string :tax_number
    t.index :tax_number, unique: true
  end
  create_table(:outbox_events) do |t|
    t.string :name
    t.references :subject, polymorphic: true
    t.datetime :relayed_at
    t.timestamps
  end
end

class Employee < ApplicationRecord
  has_one :payroll_profile
  validates :name, presence: true
end

class PayrollProfile < ApplicationRecord; end

class OutboxEvent < ApplicationRecord
  belongs_to :subject, polymorphic: true
end

module InsuranceApi
  class Unavailable < StandardError; end
  REGISTERED = {}
  FAULTS = []

  def self.register(employee, idempotency_key: SecureRandom.uuid)
    fault = FAULTS.shift
    raise fault if fault

    REGISTERED[idempotency_key] = employee.id
  end
end

module WelcomeMailer
  SENT = []
  Letter = Struct.new(:to) do
    def welcome = self
    def deliver_now = SENT << to.id
  end
  def self.with(employee:) = Letter.new(employee)
end

class WelcomeMailJob < ApplicationJob
  def perform(event) = WelcomeMailer.with(employee: event.subject).welcome.deliver_now
end

class ProvisionAccountsJob < ApplicationJob
  PROVISIONED = []
  def perform(event) = PROVISIONED << (event.is_a?(Integer) ? event : event.subject_id)
end

load_text
ScopeTaxNumbersToCompanies.new.migrate(:up) if defined?(ScopeTaxNumbersToCompanies)
[PayrollProfile, OutboxEvent].each(&:reset_column_information)

Details = Struct.new(:person, :tax_number)

def hire(name, tax_number, company: 1) = HireEmployee.new.call(Details.new({ name: name, company_id: company }, tax_number))

def settle
  RelayOutboxJob.perform_now if defined?(RelayOutboxJob)
  4.times { ApplicationJob.work_off }
end

def told(id) = [WelcomeMailer::SENT, ProvisionAccountsJob::PROVISIONED, InsuranceApi::REGISTERED.values].map { |all| all.count(id) }

check('somebody hired is in the database, welcomed, provisioned and insured once') do
  employee = hire('Ada', 'T1').employee
  2.times { settle }
  Employee.exists?(employee.id) && told(employee.id) == [1, 1, 1]
end
check('a failing insurer is asked again, and nothing else is repeated') do
  InsuranceApi::FAULTS << InsuranceApi::Unavailable
  hire('Bo', 'T2')
  settle
  told(Employee.find_by!(name: 'Bo').id) == [1, 1, 1]
end
check('a tax number that is taken in the company is said, and hires and welcomes nobody') do
  before = WelcomeMailer::SENT.size
  said = hire('Cem', 'T1')
  settle
  said.problem.include?('tax number') && !Employee.exists?(name: 'Cem') && WelcomeMailer::SENT.size == before
end
check('another company may employ the same person, and learns nothing') { hire('Ada', 'T1', company: 2).problem.nil? }
check('a mistake in the form is said in words') { hire('', 'T3').problem.include?("Name can't be blank") }
check('within a transaction of the caller a taken number leaves that transaction usable') do
  Employee.transaction do
    hire('Dee', 'T1')
    hire('Eve', 'T5')
  end
  Employee.exists?(name: 'Eve') && !Employee.exists?(name: 'Dee')
end
check('a caller that rolls back tells nobody') do
  settle
  before = WelcomeMailer::SENT.size
  Employee.transaction do
    hire('Fay', 'T6')
    raise ActiveRecord::Rollback
  end
  settle
  !Employee.exists?(name: 'Fay') && WelcomeMailer::SENT.size == before
end
check('an event that nobody knows is put aside and reported, and the next is relayed') do
  settle
  odd = OutboxEvent.create!(name: 'employee.promoted', subject: Employee.first)
  known = OutboxEvent.create!(name: 'employee.hired', subject: Employee.first)
  settle
  odd.reload.parked_at && known.reload.relayed_at && Rails.error.reports.any?
end
check('an event that another worker has claimed is left to it') do
  OutboxEvent.create!(name: 'employee.hired', subject: Employee.first)
  first, second = Array.new(2) { OutboxEvent.find_by_sql(RelayOutboxJob::CLAIM) }
  first.size == 1 && second.empty?
end
