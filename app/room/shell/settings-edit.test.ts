import { expect, test } from 'vitest';
import type { Settings } from '@/server/protocol/commands';
import { changesOf, editOf } from './settings-edit';

const settings: Settings = {
  title: 'Panel',
  format: 'led',
  agenda: ['q1', 'q2'],
  slots: [],
  targetSeconds: 180,
  level: null,
  callLink: null,
  waitingRoom: true,
  autoReveal: false,
  hostRates: true,
  startsAt: null,
  sharesChecklist: false,
};

test('an edit without a change sends nothing', () => {
  expect(changesOf(settings, editOf(settings))).toEqual({ change: null, agenda: null });
});

test('only the differences are sent, and the agenda has its own command', () => {
  const edit = {
    ...editOf(settings),
    title: ' Panel two ',
    callLink: 'https://meet.example/x',
    agenda: ['q2'],
  };
  expect(changesOf(settings, edit)).toEqual({
    change: { title: 'Panel two', callLink: 'https://meet.example/x' },
    agenda: ['q2'],
  });
});

test('an empty field removes the call link', () => {
  const linked = { ...settings, callLink: 'https://meet.example/x' };
  expect(changesOf(linked, { ...editOf(linked), callLink: '  ' }).change).toEqual({ callLink: null });
});

test('a peer room has slots and no agenda to send', () => {
  const peer: Settings = { ...settings, format: 'peer', agenda: [], slots: [{ groupId: 'a' }] };
  expect(changesOf(peer, { ...editOf(peer), slots: [{ groupId: null }] })).toEqual({
    change: { slots: [{ groupId: null }] },
    agenda: null,
  });
});
