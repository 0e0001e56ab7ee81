-- Links that are attached to words for many and stand in no library: docs/decisions/0037.
alter table material add column loose boolean not null default false;
alter table material add check (not loose or kind = 'LINK');
