-- Other systems (业务系统) and their keys. A key acts as a person of its own, which holds posts like anybody: so the door,
-- reach and every guard judge it like anybody. What it is narrowed to within its posts stands in its row.

create table people.outside_system (
  id uuid primary key,
  unit_id uuid not null references people.unit,
  answerable_id uuid not null references people.person, -- had a hand in whatever the system writes
  name text not null unique,
  contact text not null,
  created_at timestamptz not null
);

-- A key is known by the SHA-256 of its text: whoever reads this table can't use one. Null: not narrowed.
create table people.access_key (
  id uuid primary key references people.person,
  system_id uuid not null references people.outside_system,
  prefix text not null unique,
  token_hash bytea not null unique,
  verbs text[] not null,
  site_ids uuid[],
  column_ids uuid[],
  addresses text[],
  per_minute int not null check (per_minute between 1 and 6000),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index access_key_system on people.access_key (system_id);

-- What other modules may know of a key.
create view people.key_limits as select id as person_id, verbs, site_ids, column_ids from people.access_key;

grant select, insert on people.outside_system, people.access_key to menhu;
grant update (contact) on people.outside_system to menhu;
grant update (revoked_at, used_at) on people.access_key to menhu;
grant select on people.key_limits to menhu;
