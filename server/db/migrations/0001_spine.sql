-- The spine: people, regulations in force, sites, articles on their way to the public, and the door with its log.
-- Ids are UUIDs made by the program; only logs are numbered. Grants stand at the end: the program's role (menhu) can
-- neither change nor delete what is history.

create schema people;
create schema regulations;
create schema sites;
create schema content;
create schema door;

-- people ------------------------------------------------------------------------------------------------------------

create table people.unit (
  id uuid primary key,
  parent_id uuid references people.unit,
  name text not null,
  position int not null,
  created_at timestamptz not null,
  closed_at timestamptz
);

create table people.person (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

-- What nobody does by hand, the program does under its own name: timers, follow-ups.
insert into people.person (id, name, created_at) values ('00000000-0000-0000-0000-000000000001', '系统', '2026-01-01T00:00:00Z');

-- Who holds which post of which unit, half-open in time. A post that was taken away carries no right from that instant.
create table people.holding (
  id uuid primary key,
  person_id uuid not null references people.person,
  post text not null,
  unit_id uuid not null references people.unit,
  from_at timestamptz not null,
  until_at timestamptz,
  check (until_at is null or until_at >= from_at)
);
create index holding_person on people.holding (person_id);
create index holding_post on people.holding (unit_id, post);

-- Which leader is in charge of which unit (分管).
create table people.leading (
  id uuid primary key,
  person_id uuid not null references people.person,
  unit_id uuid not null references people.unit,
  from_at timestamptz not null,
  until_at timestamptz
);

create table people.login (
  id uuid primary key,
  person_id uuid not null references people.person,
  name text not null unique,
  password_hash text not null,
  disabled_at timestamptz,
  password_changed_at timestamptz not null,
  created_at timestamptz not null
);

-- A session is known by the SHA-256 of its cookie: whoever reads this table can't use one.
create table people.session (
  token_hash bytea primary key,
  login_id uuid not null references people.login,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null
);
create index session_login on people.session (login_id) where ended_at is null;

-- Pacing of sign-in: one row per login name and source; the row lock makes the count exact.
create table people.pace (
  key text primary key,
  failures int not null,
  next_at timestamptz not null
);

-- Who acts as what at an instant: held posts, and the vice leader in charge of a unit (分管领导) for that unit.
create function people.acting(at timestamptz) returns table (person_id uuid, post text, unit_id uuid)
language sql stable as $$
  select h.person_id, h.post, h.unit_id from people.holding h
   where h.from_at <= at and (h.until_at is null or h.until_at > at)
  union
  select l.person_id, 'vice-leader', l.unit_id from people.leading l
   where l.from_at <= at and (l.until_at is null or l.until_at > at)
     and exists (select 1 from people.holding h where h.person_id = l.person_id and h.post = 'vice-leader'
                  and h.from_at <= at and (h.until_at is null or h.until_at > at))
$$;

-- regulations -------------------------------------------------------------------------------------------------------

create table regulations.version (
  id uuid primary key,
  slug text not null,
  number int not null,
  sha256 text not null,
  source text not null,
  compiled jsonb not null,
  reader_version int not null,
  stored_at timestamptz not null,
  unique (slug, number, sha256)
);

create table regulations.adoption (
  id uuid primary key,
  version_id uuid not null references regulations.version,
  unit_id uuid not null references people.unit,
  from_on date not null,
  until_on date,
  binding jsonb not null,
  by_person uuid not null references people.person,
  at timestamptz not null
);
create index adoption_unit on regulations.adoption (unit_id);

-- sites -------------------------------------------------------------------------------------------------------------

create table sites.site (
  id uuid primary key,
  label text not null unique check (label ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  rank text not null check (rank in ('main', 'sub')),
  hosting text not null check (hosting in ('ours', 'self-run')),
  owner_unit_id uuid not null references people.unit,
  administrator_unit_ids uuid[] not null, -- whose holders of the post administrator look after this site
  about jsonb not null,
  position int not null,
  version int not null,
  created_at timestamptz not null
);

create table sites.column (
  id uuid primary key,
  site_id uuid not null references sites.site,
  key text not null check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  description text not null,
  nature text not null check (nature in ('dynamic', 'static', 'data', 'letters', 'link')),
  class text,
  lead_unit_ids uuid[] not null,
  joint_unit_ids uuid[] not null,
  clause text not null,
  on_home int,
  position int not null,
  created_at timestamptz not null,
  unique (site_id, key)
);

-- content -----------------------------------------------------------------------------------------------------------

-- An article has revisions and no state. Its home placement gives the address; public_no is its last part.
create table content.article (
  id uuid primary key,
  site_id uuid not null references sites.site,
  unit_id uuid not null references people.unit,
  author_id uuid not null references people.person,
  public_no text not null unique,
  created_at timestamptz not null
);

-- Immutable. hash = SHA-256 over canonical {v, kind, fields, html, profile, attachments, facets}; title is one of the fields.
create table content.revision (
  id uuid primary key,
  article_id uuid not null references content.article,
  number int not null,
  hash text not null,
  kind text not null,
  fields jsonb not null,
  html text not null,
  profile int not null,
  facets jsonb not null,
  contributors uuid[] not null,
  made_by uuid not null references people.person,
  made_at timestamptz not null,
  unique (article_id, number)
);

-- What is public: an article in a column. number places it in the column's stable buckets, from its first publication on.
create table content.placement (
  id uuid primary key,
  article_id uuid not null references content.article,
  site_id uuid not null references sites.site,
  column_id uuid not null references sites.column,
  home boolean not null,
  state text not null check (state in ('none', 'published', 'withdrawn', 'expired')),
  revision_id uuid references content.revision,
  run_id uuid,
  version int not null,
  number bigint,
  first_published_at timestamptz,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal text check (withdrawal in ('error', 'superseded', 'expired', 'unlawful')),
  discarded_at timestamptz,
  served_at timestamptz, -- when the publisher had the present revision in front of the public
  created_at timestamptz not null,
  unique (article_id, column_id),
  check ((state = 'published') = (revision_id is not null)),
  check ((state = 'withdrawn') = (withdrawal is not null and withdrawn_at is not null))
);
create unique index placement_home on content.placement (article_id) where home;
create unique index placement_number on content.placement (column_id, number);
create index placement_site on content.placement (site_id, state);

-- What is in review: one revision on its way to one placement through the chain it started with.
create table content.run (
  id uuid primary key,
  placement_id uuid not null references content.placement,
  revision_id uuid not null references content.revision,
  hash text not null,
  version_id uuid not null references regulations.version,
  flow text not null,
  clause text not null,
  chain jsonb not null,
  facets jsonb not null,
  step int not null,
  state text not null check (state in ('open', 'complete', 'ended')),
  outcome text check (outcome in ('recalled', 'returned', 'discarded', 'superseded', 'withdrawn', 'published')),
  submitted_by uuid not null references people.person,
  submitted_post text not null,
  submitted_unit_id uuid not null references people.unit,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  check ((state = 'ended') = (outcome is not null))
);
create index run_placement on content.run (placement_id, opened_at);
create unique index run_one_alive on content.run (placement_id) where state <> 'ended';
alter table content.placement add foreign key (run_id) references content.run;

-- Which posts a run names: step 0, 1, 2 … and -1 for who publishes. The way a run is found by those who may take it.
create table content.run_post (
  run_id uuid not null references content.run,
  step int not null,
  post text not null,
  unit_id uuid not null references people.unit,
  primary key (run_id, step, post, unit_id)
);
create index run_post_holder on content.run_post (unit_id, post);

-- Steps that were taken, with what was approved: revision and hash by name.
create table content.decision (
  run_id uuid not null references content.run,
  step int not null,
  person_id uuid not null references people.person,
  post text not null,
  unit_id uuid not null references people.unit,
  revision_id uuid not null references content.revision,
  hash text not null,
  at timestamptz not null,
  event_id uuid not null unique,
  primary key (run_id, step, person_id)
);

-- One scratch row per person and draft: autosave is not a move and leaves no event.
create table content.scratch (
  person_id uuid not null references people.person,
  placement_id uuid not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (person_id, placement_id)
);

-- The text register (文本登记): exactly one line for each publication.
create table content.register (
  event_id uuid primary key,
  site_id uuid not null references sites.site,
  placement_id uuid not null references content.placement,
  revision_id uuid not null references content.revision,
  hash text not null,
  title text not null,
  written_by uuid[] not null,
  approved_by uuid[] not null,
  published_by uuid not null references people.person,
  clause text not null,
  at timestamptz not null
);
create index register_placement on content.register (placement_id, at);

create table content.column_head (column_id uuid primary key references sites.column, last bigint not null);

-- The publication log: numbered by the site's row, without gaps, in commit order.
create table content.publication_head (site_id uuid primary key references sites.site, last bigint not null);
create table content.publication (
  site_id uuid not null references sites.site,
  seq bigint not null,
  class smallint not null check (class in (0, 1, 2)),
  op text not null,
  subject text not null,
  subject_id uuid not null,
  revision_id uuid references content.revision,
  column_ids uuid[] not null,
  event_id uuid not null,
  at timestamptz not null,
  primary key (site_id, seq)
);

-- How far the publisher got, per site; token fences a publisher that was stopped past its lease.
create table content.publisher (
  site_id uuid primary key references sites.site,
  seq bigint not null,
  token bigint not null,
  until_at timestamptz not null
);

-- What the publisher may read. Only what is public, and nothing about who holds it or what waits.
create view content.public_article as
  select p.id as placement_id, p.article_id, p.site_id, p.column_id, p.home, p.number, p.first_published_at, p.published_at,
         a.public_no, u.name as unit_name, r.id as revision_id, r.hash, r.kind, r.fields, r.html, r.facets
    from content.placement p
    join content.article a on a.id = p.article_id
    join people.unit u on u.id = a.unit_id
    join content.revision r on r.id = p.revision_id
   where p.state = 'published';
create view content.public_withdrawal as
  select p.id as placement_id, p.article_id, p.site_id, p.column_id, p.home, p.number, p.withdrawal, p.withdrawn_at,
         a.public_no, u.name as unit_name
    from content.placement p
    join content.article a on a.id = p.article_id
    join people.unit u on u.id = a.unit_id
   where p.state = 'withdrawn' and p.first_published_at is not null;
create view sites.public_site as
  select s.id, s.label, s.name, s.rank, s.about, s.position, u.name as owner_name
    from sites.site s join people.unit u on u.id = s.owner_unit_id;
create view sites.public_column as
  select c.id, c.site_id, c.key, c.name, c.description, c.nature, c.on_home, c.position,
         (select string_agg(u.name, '、' order by u.position) from people.unit u where u.id = any (c.lead_unit_ids)) as lead_names
    from sites.column c;

-- door --------------------------------------------------------------------------------------------------------------

-- One row: which installation this is. A demo (world load) stays a demo for ever.
create table door.installation (
  only_one boolean primary key default true check (only_one),
  id uuid not null,
  demo boolean not null,
  created_at timestamptz not null
);

create table door.head (only_one boolean primary key default true check (only_one), last bigint not null);
insert into door.head (last) values (0);

create table door.event (
  seq bigint primary key,
  id uuid not null unique,
  at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  article_id uuid,
  site_id uuid,
  unit_id uuid,
  person uuid not null,
  post text,
  on_behalf_of uuid,
  verb text not null,
  facets jsonb,
  version_id uuid,
  clause text,
  run_id uuid,
  step int,
  before jsonb not null,
  after jsonb not null,
  words text,
  address text not null,
  key uuid,
  bytes bytea not null,
  leaf bytea not null
);
create index event_subject on door.event (subject_id, seq);
create index event_article on door.event (article_id, seq);

-- Opinions and reasons, by the hash that the event carries.
create table door.opinion (event_id uuid primary key, words text not null, hash text not null);

-- What was answered under a client's key, for 7 days.
create table door.answer (
  person uuid not null,
  key uuid not null,
  body_hash text not null,
  status int not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (person, key)
);
create index answer_at on door.answer (at);

-- Refused acts and failed sign-ins, outside the tree. `times` sums a flood of equal ones within a minute.
create table door.refusal (
  id uuid primary key,
  at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  person uuid,
  login text,
  subject_kind text not null,
  subject_id uuid,
  verb text not null,
  code text not null,
  clause text,
  address text not null
);
create index refusal_recent on door.refusal (at);

create table door.job (
  id uuid primary key,
  key text not null,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts int not null,
  locked_until timestamptz,
  state text not null check (state in ('waiting', 'running', 'parked')),
  error text,
  created_at timestamptz not null
);
create unique index job_waiting on door.job (key) where state = 'waiting';
create index job_due on door.job (run_at) where state <> 'parked';

-- grants ------------------------------------------------------------------------------------------------------------

grant usage on schema people, regulations, sites, content, door to menhu;
grant select, insert, update on all tables in schema people, regulations, sites, content, door to menhu;
grant execute on all functions in schema people to menhu;
-- History is only added to.
revoke update on door.event, door.opinion, door.installation, content.revision, content.decision, content.register,
  content.publication, content.run_post, regulations.version from menhu;
grant delete on content.scratch, door.answer, door.job, people.pace to menhu;
