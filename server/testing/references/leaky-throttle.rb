require 'logger'
require 'redis'

module ActionDispatch
  # As behind RemoteIp, which believes the proxies that it trusts and nobody else.
  Request = Struct.new(:env) do
    def remote_ip = env['seen.from']
  end
end

load_text

REDIS = Redis.new(url: GIVEN['redis'], reconnect_attempts: 0, timeout: 0.5)
APP = ->(_env) { [200, {}, ['well']] }

# One of the twelve servers.
def server(redis = REDIS)
  parameters = Throttle.instance_method(:initialize).parameters.map(&:last)
  return Throttle.new(APP) unless parameters.include?(:redis)

  Throttle.new(APP, redis: redis, logger: Logger.new(File::NULL))
end

# Until a window is over takes a minute: here it is over when its keys are gone.
def window_over = REDIS.flushall

def statuses(count, to: server, **env)
  env = env.transform_keys(&:to_s)
  Array.new(count) { |n| to.call(env.transform_values { |value| value.is_a?(Proc) ? value.call(n) : value }) }
end

def last(...) = statuses(...).last.first

PARTNER = { 'api.client_id': 'partner', 'seen.from': '192.0.2.1', REMOTE_ADDR: '192.0.2.1' }.freeze

check('a hundred are let through, and the next is told when to come back') do
  window_over
  codes = statuses(101, **PARTNER)
  status, headers, = codes.last
  codes[99].first == 200 && status == 429 && headers['retry-after'].to_i.between?(1, 60)
end
check('after the window the client is let in again') do
  window_over
  last(1, **PARTNER) == 200
end
check('a window has an end, whatever died between counting and setting it') do
  window_over
  last(1, **PARTNER)
  key = REDIS.keys.first
  REDIS.persist(key)
  last(1, **PARTNER)
  REDIS.pttl(key).between?(1, 60_000)
end
check('two servers count together') do
  window_over
  statuses(60, to: server, **PARTNER)
  last(60, to: server, **PARTNER) == 429
end
check('a made-up header makes nobody new') do
  window_over
  last(101, HTTP_X_FORWARDED_FOR: ->(n) { "198.51.100.#{n}" }, 'seen.from': '192.0.2.9', REMOTE_ADDR: '10.0.0.1') == 429
end
check('customers behind one office do not use up each other\'s') do
  window_over
  statuses(101, **PARTNER)
  last(1, **PARTNER, 'api.client_id': 'customer') == 200
end
check('a whole /64 is one caller, and another is not') do
  window_over
  statuses(100, 'seen.from': ->(n) { "2001:db8:1:2::#{n.to_s(16)}" })
  last(1, 'seen.from': '2001:db8:1:2:ffff::1') == 429 && last(1, 'seen.from': '2001:db8:1:3::1') == 200
end
check('an IPv4 address is one caller in both ways of writing it, and none at all is no exception') do
  window_over
  statuses(100, 'seen.from': '192.0.2.7')
  last(1, 'seen.from': '::ffff:192.0.2.7') == 429 && last(1, 'seen.from': nil) == 200
end
check('with Redis away everybody is let through') do
  last(1, to: server(Redis.new(url: 'redis://127.0.0.1:1', reconnect_attempts: 0, timeout: 0.2)), **PARTNER) == 200
end
