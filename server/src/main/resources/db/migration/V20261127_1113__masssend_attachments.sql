-- What follows the text: not uploads alone any more (docs/decisions/0037).
alter table masssend_mass add column attachments jsonb not null default '[]'
    check (jsonb_typeof(attachments) = 'array' and jsonb_array_length(attachments) <= 9);

update masssend_mass m
set attachments = (
    select jsonb_agg(jsonb_build_object('kind', 'FILE', 'id', f.id) order by f.place)
    from unnest(m.files) with ordinality as f (id, place))
where cardinality(m.files) > 0;

-- With the column goes the check that something is said.
alter table masssend_mass drop column files;
alter table masssend_mass add check (text <> '' or attachments <> '[]');
alter table masssend_mass alter column attachments drop default;
