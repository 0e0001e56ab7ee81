-- What follows answers to words: not uploads alone any more (docs/decisions/0037).
update customergroup
set replies = (
    select coalesce(jsonb_agg((r.reply - 'files') || jsonb_build_object('attachments', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', 'FILE', 'id', f.id) order by f.place), '[]')
        from jsonb_array_elements(case when jsonb_typeof(r.reply -> 'files') = 'array' then r.reply -> 'files' else '[]' end)
            with ordinality as f (id, place))) order by r.place), '[]')
    from jsonb_array_elements(replies) with ordinality as r (reply, place))
where jsonb_typeof(replies) = 'array' and replies <> '[]';
