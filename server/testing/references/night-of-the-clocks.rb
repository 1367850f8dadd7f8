Site = Struct.new(:time_zone, :region)
Rates = Struct.new(:by_date) do
  def cents_on(date) = by_date.select { |from, _cents| from <= date }.max_by(&:first).last
end
Nurse = Struct.new(:hourly_rates) do
  def hourly_cents = hourly_rates.by_date.values.first
end
Shift = Struct.new(:id, :site, :employee, :started_at, :ended_at, :starts, :ends, keyword_init: true)

class Holiday
  DATES = []
  def self.where(date:, **) = new(DATES.select { |day| date.cover?(day) })
  def self.exists?(date:) = DATES.include?(date)
  def initialize(dates) = @dates = dates
  def pluck(_column) = @dates
end

load_text

# From and to are local, such as "2026-07-01 22:00"; what the terminal recorded is an instant.
def pay(zone, from, to, rates: { Date.new(2020, 1, 1) => 2000 })
  place = ActiveSupport::TimeZone[zone]
  instants = [from, to].map { |text| place.parse(text).utc }
  plan = [from, to].map { |text| text.split.last }
  ShiftPay.cents(Shift.new(id: 1, site: Site.new(zone, 'x'), employee: Nurse.new(Rates.new(rates)),
                           started_at: instants[0], ended_at: instants[1], starts: plan[0], ends: plan[1]))
end

check('eight hours of the night in Auckland earn the bonus') { pay('Auckland', '2026-07-01 22:00', '2026-07-02 06:00') == 8 * 2500 }
check('a day in Warsaw earns none') { pay('Warsaw', '2026-07-01 08:00', '2026-07-01 16:00') == 8 * 2000 }
check('the night in which clocks go back is an hour longer') { pay('Warsaw', '2026-10-24 22:00', '2026-10-25 06:00') == 9 * 2500 }
check('the night in which they go forward is an hour shorter') { pay('Warsaw', '2026-03-28 22:00', '2026-03-29 06:00') == 7 * 2500 }
check('minutes count, and the bonus ends within an hour') { pay('Warsaw', '2026-07-01 05:30', '2026-07-01 06:30') == (2500 + 2000) / 2 }
check('only the hours of the holiday count double') do
  Holiday::DATES << Date.new(2026, 12, 25)
  said = pay('Warsaw', '2026-12-24 22:00', '2026-12-25 06:00')
  Holiday::DATES.clear
  said == 2 * 2500 + 6 * 5000
end
check('a new rate begins at its midnight, where the nurse is') do
  pay('Auckland', '2026-06-30 22:00', '2026-07-01 02:00', rates: { Date.new(2020, 1, 1) => 2000, Date.new(2026, 7, 1) => 4000 }) == 2 * 2500 + 2 * 5000
end
check('where clocks change at midnight the day begins when it begins') { pay('Cairo', '2026-04-23 22:00', '2026-04-24 06:00') == 7 * 2500 }
check('a shift that ends before it begins, and a zone that is not one, are errors') do
  raises?(ArgumentError) { pay('Warsaw', '2026-07-02 06:00', '2026-07-01 22:00') } &&
    raises?(ArgumentError) { ShiftPay.cents(Shift.new(id: 1, site: Site.new('Nowhere', 'x'), started_at: Time.now, ended_at: Time.now)) }
end
check('nothing worked is nothing paid') { pay('Warsaw', '2026-07-01 08:00', '2026-07-01 08:00').zero? }
