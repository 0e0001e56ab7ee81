-- What is written for many is looked into, too, and one bad row no longer holds up the others: docs/decisions/0032.
alter table customerguard_hit alter column conversation_id drop not null;
alter table customerguard_hit
    add column place text not null default 'CHAT'     -- CHAT: said in a conversation; else written for customers there
        check (place in ('CHAT', 'MASS', 'MOMENT', 'COMMENT', 'WELCOME', 'REPLY', 'NOTICE')),
    add column look_at timestamptz not null default now(), -- NEW: when it is looked at next
    add check ((place = 'CHAT') = (conversation_id is not null));
create unique index customerguard_hit_written_idx on customerguard_hit (org_id, place, sender_id, client_key, rule_id)
    where place <> 'CHAT';
drop index customerguard_hit_new_idx;
create index customerguard_hit_new_idx on customerguard_hit (look_at, id) where state = 'NEW';

-- Telling that failed: how often, and when it is tried again.
alter table customerguard_rule
    add column tell_failures integer not null default 0,
    add column tell_at       timestamptz;
alter table customerguard_alert
    add column tell_failures integer not null default 0,
    add column tell_at       timestamptz;

create index customerguard_deed_age_idx on customerguard_deed (at) where judged;

-- Who has taken finds out of the program.
create table customerguard_export (
    id     bigint generated always as identity primary key,
    org_id bigint      not null references org (id),
    by_id  bigint      not null references principal (id),
    asked  jsonb       not null,                      -- what was asked for
    lines  integer     not null,
    at     timestamptz not null
);
create index customerguard_export_idx on customerguard_export (org_id, id desc);
