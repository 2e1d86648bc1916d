-- Files: uploads on their way in, and what was taken. Their bytes lie in the store (DATA/files), under their hash.

create schema files;

-- id is random, and the only way to the file: it is also the random part of its public address.
-- published: what the public gets, largest first: [{"name", "sha256", "size", "type", "width", "height"}]. An original
-- (the Word file that a text came from) has one entry as well, and no view of the publisher shows it.
create table files.file (
  id text primary key check (id ~ '^[a-z2-7]{26}$'),
  kind text not null check (kind in ('picture', 'document', 'original')),
  name text not null,
  type text not null,
  published jsonb not null,
  scanned boolean not null,
  notes jsonb not null,
  person_id uuid not null references people.person,
  at timestamptz not null
);

-- An upload: parts are appended to one file until all is here, then a worker checks it. result: what a Word file gave.
create table files.upload (
  id uuid primary key,
  person_id uuid not null references people.person,
  purpose text not null check (purpose in ('picture', 'attachment', 'word')),
  name text not null,
  size bigint not null,
  received bigint not null,
  state text not null check (state in ('receiving', 'checking', 'taken', 'refused')),
  waiting text,
  refused jsonb,
  file_id text references files.file,
  word jsonb,
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index upload_touched on files.upload (touched_at);

-- Which files a revision's text names, in its order; and the Word file it came from, which is not public.
create table content.revision_file (
  revision_id uuid not null references content.revision,
  file_id text not null references files.file,
  position int not null,
  primary key (revision_id, file_id)
);
create index revision_file_file on content.revision_file (file_id);
alter table content.revision add column original_id text references files.file;

-- Who has a draft open now: one row for each window, forgotten when it falls silent.
create table content.writing (
  placement_id uuid not null,
  window_id uuid not null,
  person_id uuid not null references people.person,
  since_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (placement_id, window_id)
);

-- What the publisher may read: the files of what is public now, and of all that ever was, so that it can take them away.
create view content.public_file as
  select p.site_id, p.id as placement_id, p.article_id, p.home, rf.position, f.id as file_id, f.kind, f.name, f.type, f.published
    from content.placement p
    join content.revision_file rf on rf.revision_id = p.revision_id
    join files.file f on f.id = rf.file_id
   where p.state = 'published' and f.kind <> 'original';
create view content.once_public_file as
  select distinct g.site_id, g.placement_id, p.article_id, f.id as file_id, f.published
    from content.register g
    join content.placement p on p.id = g.placement_id
    join content.revision_file rf on rf.revision_id = g.revision_id
    join files.file f on f.id = rf.file_id
   where f.kind <> 'original';

grant usage on schema files to menhu;
grant select, insert on files.file, content.revision_file to menhu;
grant select, insert, update, delete on files.upload, content.writing to menhu;
grant select on content.public_file, content.once_public_file to menhu;
