/** The tables as Kysely sees them: camelCase, one interface per table. A test compares this with information_schema. */
import type { Generated } from 'kysely';

type Json = unknown;

export interface Db {
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

  'files.file': {
    id: string;
    kind: 'picture' | 'document' | 'original';
    name: string;
    type: string;
    published: Json;
    scanned: boolean;
    notes: Json;
    personId: string;
    at: Date;
  };
  'files.upload': {
    id: string;
    personId: string;
    purpose: 'picture' | 'attachment' | 'word';
    name: string;
    size: number;
    received: number;
    state: 'receiving' | 'checking' | 'taken' | 'refused';
    waiting: string | null;
    refused: Json;
    fileId: string | null;
    word: Json;
    createdAt: Date;
    touchedAt: Date;
  };

  'content.article': {
    id: string;
    siteId: string;
    unitId: string;
    authorId: string;
    publicNo: string;
    createdAt: Date;
  };
  'content.revision': {
    id: string;
    articleId: string;
    number: number;
    hash: string;
    kind: string;
    fields: Json;
    html: string;
    profile: number;
    facets: Json;
    contributors: string[];
    madeBy: string;
    madeAt: Date;
    originalId: string | null;
  };
  'content.placement': {
    id: string;
    articleId: string;
    siteId: string;
    columnId: string;
    home: boolean;
    state: 'none' | 'published' | 'withdrawn' | 'expired';
    revisionId: string | null;
    runId: string | null;
    version: number;
    number: number | null;
    firstPublishedAt: Date | null;
    publishedAt: Date | null;
    withdrawnAt: Date | null;
    withdrawal: 'error' | 'superseded' | 'expired' | 'unlawful' | null;
    discardedAt: Date | null;
    servedAt: Date | null;
    createdAt: Date;
  };
  'content.run': {
    id: string;
    placementId: string;
    revisionId: string;
    hash: string;
    versionId: string;
    flow: string;
    clause: string;
    chain: Json;
    facets: Json;
    step: number;
    state: 'open' | 'complete' | 'ended';
    outcome: 'recalled' | 'returned' | 'discarded' | 'superseded' | 'withdrawn' | 'published' | null;
    submittedBy: string;
    submittedPost: string;
    submittedUnitId: string;
    openedAt: Date;
    movedAt: Date;
  };
  'content.runPost': { runId: string; step: number; post: string; unitId: string };
  'content.decision': {
    runId: string;
    step: number;
    personId: string;
    post: string;
    unitId: string;
    revisionId: string;
    hash: string;
    at: Date;
    eventId: string;
  };
  'content.revisionFile': { revisionId: string; fileId: string; position: number };
  'content.writing': { placementId: string; windowId: string; personId: string; sinceAt: Date; seenAt: Date };
  'content.scratch': { personId: string; placementId: string; body: Json; savedAt: Date };
  'content.register': {
    eventId: string;
    siteId: string;
    placementId: string;
    revisionId: string;
    hash: string;
    title: string;
    writtenBy: string[];
    approvedBy: string[];
    publishedBy: string;
    clause: string;
    at: Date;
  };
  'content.columnHead': { columnId: string; last: number };
  'content.publicationHead': { siteId: string; last: number };
  'content.publication': {
    siteId: string;
    seq: number;
    class: number;
    op: string;
    subject: string;
    subjectId: string;
    revisionId: string | null;
    columnIds: string[];
    eventId: string;
    at: Date;
  };
  'content.publisher': { siteId: string; seq: number; token: number; untilAt: Date };
  'content.publicArticle': {
    placementId: string;
    articleId: string;
    siteId: string;
    columnId: string;
    home: boolean;
    number: number;
    firstPublishedAt: Date;
    publishedAt: Date;
    publicNo: string;
    unitName: string;
    revisionId: string;
    hash: string;
    kind: string;
    fields: Json;
    html: string;
    facets: Json;
  };
  'content.publicWithdrawal': {
    placementId: string;
    articleId: string;
    siteId: string;
    columnId: string;
    home: boolean;
    number: number;
    withdrawal: string;
    withdrawnAt: Date;
    publicNo: string;
    unitName: string;
  };
  'content.publicFile': {
    siteId: string;
    placementId: string;
    articleId: string;
    home: boolean;
    position: number;
    fileId: string;
    kind: string;
    name: string;
    type: string;
    published: Json;
  };
  'content.oncePublicFile': {
    siteId: string;
    placementId: string;
    articleId: string;
    fileId: string;
    published: Json;
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
