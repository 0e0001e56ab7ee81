-- Words that must not be said to customers, and what employees and customers do that somebody should know: docs/decisions/0027.
create table customerguard_rule (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    name       text        not null check (char_length(name) between 1 and 50),
    action     text        not null check (action in ('WARN', 'BLOCK')),
    content    jsonb       not null,                  -- words, patterns, range, directions, people
    enabled    boolean     not null,
    told_at    timestamptz,                           -- when its people last had a card about it
    version    integer     not null default 1,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null,
    deleted_at timestamptz,                           -- hits keep its name
    unique (org_id, id)
);
create index customerguard_rule_list_idx on customerguard_rule (org_id, id) where deleted_at is null;

-- Every server looks here every second: rules are renewed when the number is not the one it knows.
create table customerguard_book (
    org_id  bigint primary key references org (id),
    version bigint not null
) with (fillfactor = 60);

create table customerguard_hit (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null,
    rule_id         bigint      not null,
    action          text        not null check (action in ('WARN', 'BLOCK')),
    conversation_id bigint      not null,             -- of the module messaging
    sender_id       bigint      not null references principal (id),
    client_key      text        not null,             -- of the draft: a repeat is no second hit
    found           text        not null,             -- the word, or the pattern's name
    excerpt         text,                             -- gone when the customer was erased, or after the company's time
    at              timestamptz not null,
    state           text        not null default 'NEW' check (state in ('NEW', 'REAL')),
    by_customer     boolean     not null default false,
    member_id       bigint references principal (id), -- the employee: who wrote, or who serves
    customer_id     bigint references principal (id), -- null: a group
    seq             bigint,                           -- WARN: the entry
    told_at         timestamptz,
    foreign key (org_id, rule_id) references customerguard_rule (org_id, id),
    unique (org_id, conversation_id, sender_id, client_key, rule_id)
);
create index customerguard_hit_new_idx on customerguard_hit (id) where state = 'NEW';
create index customerguard_hit_untold_idx on customerguard_hit (org_id, rule_id, id) where state = 'REAL' and told_at is null;
create index customerguard_hit_list_idx on customerguard_hit (org_id, id desc) where state = 'REAL';
create index customerguard_hit_rule_idx on customerguard_hit (org_id, rule_id, id desc) where state = 'REAL';
create index customerguard_hit_member_idx on customerguard_hit (org_id, member_id, id desc) where state = 'REAL';
create index customerguard_hit_customer_idx on customerguard_hit (org_id, customer_id) where excerpt is not null;
create index customerguard_hit_age_idx on customerguard_hit (at) where excerpt is not null;

create table customerguard_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- What was seen in the log and is not judged yet; recalls stay for a day, to be counted.
create table customerguard_deed (
    conversation_id bigint      not null,
    seq             bigint      not null,
    org_id          bigint      not null,
    kind            text        not null check (kind in ('RECALLED', 'REMOVED')),
    member_id       bigint      not null,
    customers       bigint[]    not null,
    at              timestamptz not null,
    judged          boolean     not null default false,
    primary key (conversation_id, seq)
);
create index customerguard_deed_new_idx on customerguard_deed (at) where not judged;
create index customerguard_deed_member_idx on customerguard_deed (org_id, member_id, at);

-- Whoever holds this row judges; others go on to something else.
create table customerguard_turn (
    only_row boolean primary key default true check (only_row)
);
insert into customerguard_turn default values;

create table customerguard_alert (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null references org (id),
    kind            text        not null check (kind in
                                    ('EMPLOYEE_ENDED', 'CUSTOMER_ENDED', 'BLOCKED', 'RECALLED_MANY', 'REMOVED_FROM_GROUP')),
    member_id       bigint      not null references principal (id),
    customer_id     bigint references principal (id),
    conversation_id bigint,
    messages        integer     not null default 0,   -- RECALLED_MANY
    mark            text        not null,             -- what happened once is told once
    at              timestamptz not null,
    told_at         timestamptz,
    unique (org_id, mark)
);
create index customerguard_alert_list_idx on customerguard_alert (org_id, id desc);
create index customerguard_alert_member_idx on customerguard_alert (org_id, member_id, id desc);
create index customerguard_alert_untold_idx on customerguard_alert (id) where told_at is null;
