-- What follows the first words: not uploads alone any more (docs/decisions/0037).
update customergroup
set welcome = jsonb_set(welcome #- '{files}', '{attachments}', (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'FILE', 'id', f.id) order by f.place), '[]')
    from jsonb_array_elements(case when jsonb_typeof(welcome -> 'files') = 'array' then welcome -> 'files' else '[]' end)
        with ordinality as f (id, place)))
where jsonb_typeof(welcome) = 'object';
