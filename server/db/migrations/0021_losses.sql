-- What counted is kept once for all series that differ only in how long it has to last; what stopped counting stands beside
-- it. When something counted was known is then always its day, and the key of the many sums has three columns. Sums are a
-- cache: they are made again from the facts before anything is judged.
drop table duties.sum;
truncate duties.series;
create table duties.sum (
  series_id int not null,
  subject_id uuid not null,
  day date not null,
  n int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (series_id, subject_id, day)
);

create table duties.loss (
  series_id int not null,
  subject_id uuid not null,
  day date not null, -- on which it had counted
  known_on date not null,
  n int not null, -- below nothing
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (series_id, subject_id, day, known_on)
);
grant select, insert, update, delete on duties.sum, duties.loss to menhu;
