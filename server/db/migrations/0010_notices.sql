-- Who was told of what, and when: notices, the digests they came in, and their mail. And when each periodic work ran last.

-- Work that comes again by itself, a row each; doctor says when one lags.
create table door.periodic (
  name text primary key,
  title text not null,
  every_ms bigint not null,
  done_at timestamptz, -- when it last ran to its end
  failed_at timestamptz,
  error text
);

create schema notices;

-- A digest of one person. `at` is the instant that was meant, so that nobody gets two for it.
create table notices.digest (
  person_id uuid not null references people.person,
  at timestamptz not null,
  made_at timestamptz not null,
  items int not null,
  primary key (person_id, at)
);

-- A mail on its way. Its words are made of its notices when it is sent.
create table notices.mail (
  id uuid primary key,
  person_id uuid not null references people.person,
  address text not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts int not null,
  next_at timestamptz not null,
  sent_at timestamptz,
  error text,
  check ((state = 'sent') = (sent_at is not null))
);
create index mail_waiting on notices.mail (next_at) where state = 'waiting';

-- One person was told of one thing at one stage: once, by its key. The words stay as they were told.
create table notices.notice (
  id uuid primary key,
  person_id uuid not null references people.person,
  key text not null,
  stage text not null check (stage in ('alarm', 'late', 'today', 'soon', 'warned', 'waits')),
  title text not null,
  outside text not null, -- the title as mail may have it: nothing of a text that isn't public
  says text not null,
  clause text, -- slug#article
  cite text,
  verb text not null,
  link text not null, -- a path of the console
  at timestamptz not null,
  read_at timestamptz,
  mail_id uuid references notices.mail,
  unique (person_id, key),
  check ((clause is null) = (cite is null))
);
create index notice_person on notices.notice (person_id, at);
create index notice_mail on notices.notice (mail_id);

-- Where a person's mail goes, and whether it does. Without a row: the console alone.
create table notices.setting (
  person_id uuid primary key references people.person,
  address text,
  by_mail boolean not null,
  set_at timestamptz not null,
  check (address is not null or not by_mail)
);

grant usage on schema notices to menhu;
grant select, insert, update on door.periodic, notices.mail, notices.setting to menhu;
grant select, insert on notices.digest, notices.notice to menhu;
-- What was told stays as it was.
grant update (read_at, mail_id) on notices.notice to menhu;
