-- The whole name of each person who can be found: mixtures of characters and pinyin are compared with it.
create index naming_key_whole_idx on naming_key (org_id, principal_id) include (key)
    where kind = 'NAME' and weight = 0 and not hidden;
