/** The tables of content and of files, as Kysely sees them; schema.ts has the others. */
import type { GeneratedAlways } from 'kysely';

type Json = unknown;

export interface ContentTables {
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
    words: GeneratedAlways<string>;
    titleWords: GeneratedAlways<string>;
    titleKey: GeneratedAlways<string>;
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
  'content.suggestion': {
    runId: string;
    revisionId: string;
    fields: Json;
    html: string;
    profile: number;
    hash: string;
    fileIds: string[];
    personId: string;
    eventId: string;
    at: Date;
  };
  'content.revisionFile': { revisionId: string; fileId: string; position: number };
  'content.writing': { placementId: string; windowId: string; personId: string; sinceAt: Date; seenAt: Date };
  'content.scratch': { personId: string; placementId: string; body: Json; savedAt: Date; droppedAt: Date | null };
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
}
