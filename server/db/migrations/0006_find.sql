-- Searching, and titles that were used before.

-- What a search compares: compatibility forms made one (full width → half width), small letters, no blanks, no signs
-- without width. core/find.ts does the same to what is typed; a test holds the two together. Signs stand here by number,
-- since what a class like [[:alnum:]] holds depends on the database's locale.
create function content.plain(words text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(lower(normalize(words, NFKC) collate "C"),
    '[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+', '', 'g')
$$;
-- The words of cleaned html: no tags, and the four entities that the profile prints.
create function content.words_in(html text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(replace(regexp_replace(html, '<[^>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&')
$$;
-- A title without its punctuation, so that 关于……的通知 and “关于……的通知”。 are one; 々 and 〇 are letters.
create function content.title_key(title text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(content.plain(title), '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u00d7\u2010-\u205e\u2e00-\u2e7f\u3001-\u3004\u3006\u3008-\u303f]+', '', 'g')
$$;

alter table content.revision
  add column words text generated always as (content.plain(content.words_in(html))) stored not null,
  add column title_words text generated always as (content.plain(fields ->> 'title')) stored not null,
  add column title_key text generated always as (content.title_key(fields ->> 'title')) stored not null;
create index revision_title on content.revision (title_key);
create index placement_discarded on content.placement (discarded_at) where discarded_at is not null;

-- A scratch draft that was given up lies here until it is forgotten.
alter table content.scratch add column dropped_at timestamptz;

grant execute on all functions in schema content to menhu;
