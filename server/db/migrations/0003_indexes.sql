-- The publisher asks which revision is public and which ever was, for each file: without these it reads all of both tables.
create index placement_revision on content.placement (revision_id);
create index register_revision on content.register (revision_id);
