-- The stored lines of one thing lie together: lines of articles, which come and go with their events, are found by the
-- article alone, and a hundred thousand lines written thing by thing fill the key's pages one after the other.
alter table duties.line drop constraint line_pkey;
alter table duties.line add constraint line_pkey primary key (subject_id, adoption_id, duty, subject, part, nth);
