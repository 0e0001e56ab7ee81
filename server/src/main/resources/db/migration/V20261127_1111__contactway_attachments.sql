-- What follows the first words: not uploads alone any more (docs/decisions/0037).
update contactway
set content = jsonb_set(content #- '{welcome,files}', '{welcome,attachments}', (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'FILE', 'id', f.id) order by f.place), '[]')
    from jsonb_array_elements(case when jsonb_typeof(content -> 'welcome' -> 'files') = 'array' then content -> 'welcome' -> 'files'
        else '[]' end) with ordinality as f (id, place)))
where jsonb_typeof(content -> 'welcome') = 'object';

update contactway_card
set content = jsonb_set(content #- '{welcome,files}', '{welcome,attachments}', (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'FILE', 'id', f.id) order by f.place), '[]')
    from jsonb_array_elements(case when jsonb_typeof(content -> 'welcome' -> 'files') = 'array' then content -> 'welcome' -> 'files'
        else '[]' end) with ordinality as f (id, place)))
where jsonb_typeof(content -> 'welcome') = 'object';
