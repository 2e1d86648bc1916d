import { z } from 'zod';
import { row } from './row.ts';
import { person } from './views.ts';

export const people = {
  signIn: row({
    method: 'POST',
    path: '/api/sign-in',
    summary: '登录',
    permission: 'anyone',
    events: [],
    rate: 'sign-in',
    in: z.strictObject({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    out: person,
  }),
  signOut: row({
    method: 'POST',
    path: '/api/sign-out',
    summary: '退出',
    permission: 'person',
    events: [],
    rate: 'write',
    in: z.strictObject({}),
    out: z.object({}),
  }),
  me: row({
    method: 'GET',
    path: '/api/me',
    summary: '我是谁',
    permission: 'person',
    systems: true,
    events: [],
    rate: 'read',
    in: z.strictObject({}),
    out: person,
  }),
};
