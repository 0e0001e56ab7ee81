-- Rules that tag customers by themselves. docs/decisions/0030 explains it.
create table tagrule (
    id             bigint generated always as identity primary key,
    org_id         bigint      not null references org (id),
    name           text        not null check (char_length(name) between 1 and 30),
    kind           text        not null check (kind in ('KEYWORD', 'SILENCE')),
    words          text[]      not null,
    days           integer check (days between 1 and 730),
    tags           bigint[]    not null, -- of the module customerprofile
    take_back      boolean     not null,
    active         boolean     not null,
    tagged         bigint      not null default 0,
    last_at        timestamptz,
    next_at        timestamptz,          -- SILENCE: when it looks again
    after_relation bigint      not null default 0, -- SILENCE: up to here it has looked
    version        integer     not null default 0,
    changed_by     bigint      not null references principal (id),
    changed_at     timestamptz not null,
    unique (org_id, id),
    check ((kind = 'SILENCE') = (days is not null) and (kind = 'SILENCE') = (next_at is not null))
);
create index tagrule_due_idx on tagrule (next_at) where kind = 'SILENCE' and active;

-- Whom a silence rule has found, and which of its tags it set: nobody twice, until he writes again.
create table tagrule_silent (
    org_id      bigint   not null,
    rule_id     bigint   not null,
    relation_id bigint   not null, -- of the module customer
    tags        bigint[] not null,
    primary key (org_id, rule_id, relation_id),
    foreign key (org_id, rule_id) references tagrule (org_id, id) on delete cascade
);
create index tagrule_silent_relation_idx on tagrule_silent (org_id, relation_id);
