-- Suggestions (JY-13): what a reviewer would write instead, beside the revision that he returned. It is no revision:
-- who suggested has no hand in the text unless the author takes it over, and then the author's revision has it.

create table content.suggestion (
  run_id uuid primary key references content.run,
  revision_id uuid not null references content.revision,
  fields jsonb not null,
  html text not null,
  profile int not null,
  hash text not null,
  file_ids text[] not null,
  person_id uuid not null references people.person,
  event_id uuid not null unique,
  at timestamptz not null
);
create index suggestion_files on content.suggestion using gin (file_ids);

grant select, insert on content.suggestion to menhu;
