tables do
  create_table(:companies) { |t| t.string :name }
  create_table(:countries) { |t| t.string :name }
  create_table(:entities) { |t| t.references :country }
  create_table(:workers) { |t| t.string :full_name }
  create_table(:contracts) do |t|
    t.references :company
    t.references :worker
    t.references :entity
    t.string :status
  end
  create_table(:payslips) do |t|
    t.references :contract
    t.date :issued_on
  end
end

class Company < ApplicationRecord
  has_many :contracts
end

class Country < ApplicationRecord; end
class Worker < ApplicationRecord; end
class Payslip < ApplicationRecord; end

class Entity < ApplicationRecord
  belongs_to :country
end

class Contract < ApplicationRecord
  belongs_to :worker
  belongs_to :entity
  has_many :payslips
end

class ApplicationController
  # What the role of the person may see: the policy hides the contracts of one worker.
  def policy_scope(scope) = scope.where.not(worker: Worker.where(full_name: 'Hidden'))
end

load_text

def contract(company, name, status: 'active')
  entity = Entity.create!(country: Country.create!(name: 'Portugal'))
  Contract.create!(company_id: company.id, worker: Worker.create!(full_name: name), entity: entity, status: status)
end

OURS = Company.create!(name: 'Ours')
THEIRS = Company.create!(name: 'Theirs')
120.times { |n| contract(OURS, "Worker #{n}") }
contract(OURS, 'Hidden')
contract(THEIRS, 'Stranger')
contract(OURS, 'Former', status: 'ended')
[3, 9, 5].each { |month| Payslip.create!(contract_id: Contract.first.id, issued_on: Date.new(2026, month, 28)) }

def list(**params)
  controller = Api::ContractsController.new(params: params, company: OURS)
  controller.index
  controller.rendered
end

def rows(**params)
  said = list(**params)
  said.is_a?(Array) ? said : said['contracts']
end

check('a company sees its own contracts alone') { rows(per_page: 100).none? { |row| row['worker'] == 'Stranger' } }
check('a role sees what its policy lets it see') do
  all = rows(per_page: 100) + rows(per_page: 100, after: Contract.order(:id)[99].id)
  all.none? { |row| row['worker'] == 'Hidden' }
end
check('a page has an end, and says where the next begins') do
  first = list
  first['contracts'].size == 25 && first['next_after'] == first['contracts'].last['id']
end
check('the pages together are every contract once, and the last says so') do
  seen = []
  after = nil
  loop do
    page = list(per_page: 50, after: after)
    seen.concat(page['contracts'].map { |row| row['id'] })
    after = page['next_after']
    break unless after
  end
  seen.size == 120 && seen.uniq == seen
end
check('nobody gets more than a hundred, whatever they ask for') { rows(per_page: 5000).size == 100 && rows(per_page: -1).size == 1 }
check('a page takes as many statements whatever its length') do
  Checks.queries { list(per_page: 5) } == Checks.queries { list(per_page: 100) }
end
check('the last payslip is that of the latest date') { rows.first['last_payslip_on'] == '2026-09-28' }
check('another state is asked for by name, and nonsense is answered') do
  rows(status: 'ended').map { |row| row['worker'] } == ['Former'] && rows(status: { 'x' => 1 }, after: 'x') == []
end
