-- Whether a line belongs to a site or to a unit follows from whose id it is.
alter table duties.line drop column place;
