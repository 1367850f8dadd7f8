import { expect, test } from 'vitest';
import { callLinkOf } from './room-problems';

test.each([
  ['meet.example/abc', 'https://meet.example/abc'],
  ['us02web.zoom.us/j/1?pwd=2', 'https://us02web.zoom.us/j/1?pwd=2'],
  [' https://meet.example/abc ', 'https://meet.example/abc'],
  ['http://192.168.1.2/call', 'http://192.168.1.2/call'],
  ['192.168.1.2:8443', 'https://192.168.1.2:8443'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['', null],
])('the call link %s is sent as %s', (typed, sent) => expect(callLinkOf(typed)).toBe(sent));
