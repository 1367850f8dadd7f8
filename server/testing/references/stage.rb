# What a reference in Ruby runs on here: Active Record on a real database, and the least of Rails around it that lets it
# be called. Reads {"texts": […], "scenario": path, "database": url, "redis": url} as JSON and prints what each check said of
# each text. The texts run one after the other, each in a process of its own that has all of this loaded.

require 'json'
require 'set'
require 'active_support/all'
require 'active_record'

# Ruby 3.2 has Data, Debian 12 has Ruby 3.1.
unless defined?(Data)
  module Data
    def self.define(*members, &block) = Struct.new(*members, keyword_init: true, &block)
  end
end

# The references are written for the Rails of today: its migrations run on the one that is here.
ActiveRecord::Migration.singleton_class.prepend(Module.new { def [](_version) = super(6.1) })
ActiveRecord::Migration.verbose = false
Time.zone = 'UTC'

class ApplicationRecord < ActiveRecord::Base
  self.abstract_class = true
  def self.encrypts(*) = nil
end

module Rails
  Reporter = Struct.new(:reports) do
    def report(error, context: {}) = reports << [error, context]
  end
  class << self
    attr_accessor :cache, :root

    def error = @error ||= Reporter.new([])
    def logger = @logger ||= Logger.new(File::NULL)
  end
end

# Jobs that are queued wait here; those that ask for it are tried again when they fail.
class ApplicationJob
  QUEUE = []
  class << self
    def queue_as(*) = nil
    def retries = @retries ||= []
    def retry_on(*errors, **) = retries.concat(errors)
    def perform_later(*args) = QUEUE << [self, args]

    def perform_now(*args)
      new.perform(*args)
    rescue *retries
      QUEUE << [self, args]
    end
  end

  # A queue keeps a record's id and finds it anew.
  def self.work_off
    batch = QUEUE.slice!(0..)
    batch.each do |job, args|
      job.perform_now(*args.map { |arg| arg.is_a?(ActiveRecord::Base) ? arg.class.find(arg.id) : arg })
    end
  end
end

# A controller that is called with what a request brings, and keeps what it rendered.
class ApplicationController
  attr_reader :params, :rendered, :status, :current_company, :current_user

  def self.after_action(*) = nil

  def initialize(params: {}, company: nil, user: nil)
    @params = params.with_indifferent_access
    @current_company = company
    @current_user = user
  end

  def render(json:, status: :ok)
    @rendered = JSON.parse(json.to_json)
    @status = status
  end
end

module Checks
  @results = []
  class << self
    attr_reader :results

    def queries
      count = 0
      counter = ->(*, payload) { count += 1 unless payload[:name] == 'SCHEMA' }
      ActiveSupport::Notifications.subscribed(counter, 'sql.active_record') { yield }
      count
    end
  end
end

def check(name)
  failed = begin
    yield ? nil : 'it does not hold'
  rescue Exception => e # rubocop:disable Lint/RescueException
    "#{e.class}: #{e.message}"
  end
  Checks.results << { name: name, failed: failed }
end

# Tables of the scenario's own, in a schema that was empty.
def tables(&block)
  ActiveRecord::Base.connection.execute('drop schema public cascade; create schema public')
  ActiveRecord::Schema.define(&block)
end

def raises?(error)
  yield
  false
rescue error
  true
end

GIVEN = JSON.parse($stdin.read)

# The scenario calls this when everything that the text builds upon is there.
def load_text = eval(TEXT, TOPLEVEL_BINDING, 'text')

def results_of(text)
  Object.const_set(:TEXT, text)
  ActiveRecord::Base.establish_connection(GIVEN['database'])
  begin
    load GIVEN['scenario']
  rescue Exception => e # rubocop:disable Lint/RescueException
    Checks.results << { name: 'the program', failed: "#{e.class}: #{e.message}" }
  end
  JSON.generate(Checks.results)
end

said = GIVEN['texts'].map do |text|
  heard, told = IO.pipe
  pid = fork do
    heard.close
    told.write(results_of(text))
  end
  told.close
  results = heard.read
  _, status = Process.wait2(pid)
  exit(1) unless status.success?
  results
end
puts "[#{said.join(',')}]"
