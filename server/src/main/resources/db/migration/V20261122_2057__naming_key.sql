-- What a person is found by: every key is matched from its beginning, so a search is one range of this index. Collation C makes
-- the range a plain comparison of bytes; there is no LIKE and therefore no wildcard. Phone keys are reversed digits behind '#'.
create table naming_key (
    org_id       bigint   not null references org (id),
    key          text     collate "C" not null,
    principal_id bigint   not null references principal (id),
    kind         text     not null check (kind in ('NAME', 'PINYIN', 'INITIALS', 'ALIAS', 'NUMBER', 'PHONE')),
    weight       smallint not null, -- smaller is a better hit
    hidden       boolean  not null default false, -- disabled or gone: only administrators find the person
    primary key (org_id, key, principal_id)
);
create index naming_key_principal_idx on naming_key (org_id, principal_id);
