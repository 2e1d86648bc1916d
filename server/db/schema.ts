/** The tables as Kysely sees them: camelCase, one interface per table. A test compares this with information_schema. */
import type { Generated } from 'kysely';
import type { ContentTables } from './schema-content.ts';
import type { DutiesTables } from './schema-duties.ts';

type Json = unknown;

export interface Db extends ContentTables, DutiesTables {
  'people.unit': {
    id: string;
    parentId: string | null;
    name: string;
    position: number;
    createdAt: Date;
    closedAt: Date | null;
  };
  'people.person': { id: string; name: string; createdAt: Date };
  'people.holding': { id: string; personId: string; post: string; unitId: string; fromAt: Date; untilAt: Date | null };
  'people.leading': { id: string; personId: string; unitId: string; fromAt: Date; untilAt: Date | null };
  'people.login': {
    id: string;
    personId: string;
    name: string;
    passwordHash: string;
    disabledAt: Date | null;
    passwordChangedAt: Date;
    createdAt: Date;
  };
  'people.session': {
    tokenHash: Buffer;
    loginId: string;
    createdAt: Date;
    seenAt: Date;
    endedAt: Date | null;
    address: string;
  };
  'people.outsideSystem': {
    id: string;
    unitId: string;
    answerableId: string;
    name: string;
    contact: string;
    createdAt: Date;
  };
  'people.accessKey': {
    id: string;
    systemId: string;
    prefix: string;
    tokenHash: Buffer;
    verbs: string[];
    siteIds: string[] | null;
    columnIds: string[] | null;
    addresses: string[] | null;
    perMinute: number;
    createdAt: Date;
    expiresAt: Date;
    revokedAt: Date | null;
    usedAt: Date | null;
  };
  'people.keyLimits': {
    personId: string;
    verbs: string[];
    siteIds: string[] | null;
    columnIds: string[] | null;
  };
  'people.absence': {
    id: string;
    personId: string;
    fromOn: string;
    fromAt: Date;
    untilOn: string;
    givenBy: string;
    givenAt: Date;
    backAt: Date | null;
  };
  'people.pace': { key: string; failures: number; nextAt: Date };

  'regulations.version': {
    id: string;
    slug: string;
    number: number;
    sha256: string;
    source: string;
    compiled: Json;
    readerVersion: number;
    storedAt: Date;
  };
  'regulations.adoption': {
    id: string;
    versionId: string;
    unitId: string;
    fromOn: string;
    untilOn: string | null;
    binding: Json;
    byPerson: string;
    at: Date;
  };

  'sites.site': {
    id: string;
    label: string;
    name: string;
    rank: 'main' | 'sub';
    hosting: 'ours' | 'self-run';
    ownerUnitId: string;
    administratorUnitIds: string[];
    about: Json;
    position: number;
    version: number;
    createdAt: Date;
  };
  'sites.column': {
    id: string;
    siteId: string;
    key: string;
    name: string;
    description: string;
    nature: 'dynamic' | 'static' | 'data' | 'letters' | 'link';
    class: string | null;
    leadUnitIds: string[];
    jointUnitIds: string[];
    clause: string;
    onHome: number | null;
    position: number;
    createdAt: Date;
  };
  'sites.publicSite': {
    id: string;
    label: string;
    name: string;
    rank: string;
    about: Json;
    position: number;
    ownerName: string;
  };
  'sites.publicColumn': {
    id: string;
    siteId: string;
    key: string;
    name: string;
    description: string;
    nature: string;
    onHome: number | null;
    position: number;
    leadNames: string | null;
  };

  'calendar.version': {
    seq: Generated<number>;
    unitId: string | null;
    year: number;
    days: Json;
    sha256: string;
    loadedAt: Date;
    byPerson: string | null;
  };
  'calendar.loaded': {
    seq: number;
    unitId: string;
    year: number;
    days: Json;
    sha256: string;
    loadedAt: Date;
    byPerson: string;
  };

  'notices.digest': { personId: string; at: Date; madeAt: Date; items: number };
  'notices.mail': {
    id: string;
    personId: string;
    address: string;
    madeAt: Date;
    state: 'waiting' | 'sent' | 'failed' | 'dropped';
    attempts: number;
    nextAt: Date;
    sentAt: Date | null;
    error: string | null;
  };
  'notices.notice': {
    id: string;
    personId: string;
    key: string;
    stage: 'alarm' | 'urged' | 'late' | 'today' | 'soon' | 'warned' | 'waits';
    title: string;
    outside: string;
    says: string;
    clause: string | null;
    cite: string | null;
    verb: string;
    link: string;
    at: Date;
    readAt: Date | null;
    mailId: string | null;
  };
  'notices.setting': { personId: string; address: string | null; byMail: boolean; setAt: Date };

  'door.periodic': {
    name: string;
    title: string;
    everyMs: number;
    doneAt: Date | null;
    failedAt: Date | null;
    error: string | null;
  };
  'door.installation': { onlyOne: Generated<boolean>; id: string; demo: boolean; createdAt: Date };
  'door.head': { onlyOne: Generated<boolean>; last: number };
  'door.event': {
    seq: number;
    id: string;
    at: Date;
    recordedAt: Date;
    kind: string;
    subjectKind: string;
    subjectId: string;
    articleId: string | null;
    siteId: string | null;
    unitId: string | null;
    person: string;
    post: string | null;
    onBehalfOf: string | null;
    verb: string;
    facets: Json;
    versionId: string | null;
    clause: string | null;
    runId: string | null;
    step: number | null;
    before: Json;
    after: Json;
    words: string | null;
    address: string;
    key: string | null;
    bytes: Buffer;
    leaf: Buffer;
  };
  'door.fact': {
    seq: number;
    at: Date;
    kind: string;
    subjectId: string;
    articleId: string | null;
    columnId: string | null;
    siteId: string | null;
    home: boolean | null;
    authorUnitId: string | null;
    leadUnitIds: string[] | null;
    actorUnitId: string | null;
    facets: Json;
    withdrawal: string | null;
  };
  'door.opinion': { eventId: string; words: string; hash: string };
  'door.answer': { person: string; key: string; bodyHash: string; status: number; body: Json; at: Date };
  'door.refusal': {
    id: string;
    at: Date;
    lastAt: Date;
    times: number;
    person: string | null;
    login: string | null;
    subjectKind: string;
    subjectId: string | null;
    verb: string;
    code: string;
    clause: string | null;
    address: string;
  };
  'door.job': {
    id: string;
    key: string;
    kind: string;
    payload: Json;
    runAt: Date;
    attempts: number;
    lockedUntil: Date | null;
    state: 'waiting' | 'running' | 'parked';
    error: string | null;
    createdAt: Date;
  };
}
