-- What customers read and agree to, version by version, in both languages: docs/decisions/0028. Version 1 is the shipped text and has no
-- row; empty texts are the shipped one again.
create table customer_notice (
    org_id     bigint      not null references org (id),
    version    integer     not null check (version >= 2),
    zh         text        not null check (char_length(zh) <= 5000),
    en         text        not null check (char_length(en) <= 5000),
    changed_by bigint references principal (id),
    changed_at timestamptz not null,
    primary key (org_id, version)
);
insert into customer_notice (org_id, version, zh, en, changed_by, changed_at)
select org_id, notice_version, settings ->> 'notice', settings ->> 'notice', changed_by, changed_at
from customer_setting
where notice_version >= 2;
update customer_setting set settings = settings - 'notice';
alter table customer_setting drop column notice_version;

-- What a customer agreed to and when he took it back.
create table customer_consent (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    customer_id bigint      not null,
    kind        text        not null check (kind in ('GIVEN', 'WITHDRAWN')),
    version     integer     not null,
    at          timestamptz not null,
    foreign key (org_id, customer_id) references customer (org_id, principal_id)
);
create index customer_consent_customer_idx on customer_consent (org_id, customer_id, id desc);
insert into customer_consent (org_id, customer_id, kind, version, at)
select org_id, principal_id, 'GIVEN', consent_version, consent_at
from customer
where consent_version is not null and consent_at is not null;

-- Nobody knows any more who he was.
alter table customer add column erased_at timestamptz;
