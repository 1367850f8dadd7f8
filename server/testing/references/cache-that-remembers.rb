tables do
  create_table(:companies) { |t| t.integer :salary_bands_version, default: 0, null: false }
  create_table(:countries) { |t| t.string :code }
  create_table(:salary_bands) do |t|
    t.bigint :company_id
    t.string :country
    t.integer :level
    t.string :currency
    t.bigint :min_minor
    t.bigint :max_minor
    t.boolean :board, default: false
  end
end

Rails.cache = ActiveSupport::Cache::MemoryStore.new

class Company < ApplicationRecord
  has_many :salary_bands
end

class Country < ApplicationRecord; end

Person = Struct.new(:role) do
  def pay_scope_key = role
end

class ApplicationController
  # The board's bands are for the board.
  def policy_scope(scope) = current_user.role == 'board' ? scope : scope.where(board: false)
end

load_text

%w[PT NZ].each { |code| Country.create!(code: code) }
OURS = Company.create!
THEIRS = Company.create!
[OURS, THEIRS].each_with_index do |company, n|
  SalaryBand.create!(company_id: company.id, country: 'PT', level: 1, currency: 'EUR', min_minor: 100 + n, max_minor: 200)
  SalaryBand.create!(company_id: company.id, country: 'PT', level: 9, currency: 'EUR', min_minor: 900 + n, max_minor: 999, board: true)
end

def bands(role: 'assistant', company: OURS, country: 'PT')
  controller = SalaryBandsController.new(params: { country: country }, company: company.reload, user: Person.new(role))
  controller.index
  controller.rendered
end

def levels(**who) = bands(**who).map { |band| band['level'] }

check('an assistant never sees what the board was shown a moment before') { levels(role: 'board') == [1, 9] && levels == [1] }
check('companies do not see each other\'s') { bands.map { |band| band['min'] || band['min_minor'] } == [100] && bands(company: THEIRS).size == 1 }
check('a changed band is seen at once') do
  bands
  OURS.salary_bands.first.update!(min_minor: 150)
  bands.first['min'] == 150
end
check('a removed band is gone at once') do
  extra = SalaryBand.create!(company_id: OURS.id, country: 'PT', level: 2)
  before = levels
  extra.destroy!
  before == [1, 2] && levels == [1]
end
check('a band that moves to another company changes what both see') do
  band = SalaryBand.create!(company_id: OURS.id, country: 'PT', level: 3)
  [levels, levels(company: THEIRS)]
  band.update!(company_id: THEIRS.id)
  [levels, levels(company: THEIRS)] == [[1], [1, 3]]
end
check('a change that is rolled back, and read meanwhile, leaves nothing behind') do
  SalaryBand.transaction do
    OURS.salary_bands.first.update!(min_minor: 1)
    raise ActiveRecord::Rollback
  end
  bands.first['min'] == 150
end
check('a write past the model is told by one call') do
  bands
  SalaryBand.insert_all!([{ company_id: OURS.id, country: 'PT', level: 4 }])
  SalaryBand.changed([OURS.id])
  levels == [1, 4]
end
check('a second reader takes it from the cache') do
  bands
  Checks.queries { SalaryBandsController.new(params: { country: 'PT' }, company: OURS, user: Person.new('assistant')).index } == 1
end
check('a country that does not exist fills no cache') { raises?(ActiveRecord::RecordNotFound) { bands(country: '../x') } }
