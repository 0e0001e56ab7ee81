-- Conversations in which customers take part: docs/decisions/0020.
alter table messaging_conversation
    drop constraint messaging_conversation_kind_check,
    add constraint messaging_conversation_kind_check check (kind in ('DIRECT', 'GROUP', 'CUSTOMER')),
    add column customer_id bigint references principal (id), -- CUSTOMER: the one who is served
    add column external    boolean not null default false,  -- somebody from outside the company reads here
    add constraint messaging_conversation_customer_check check ((kind = 'CUSTOMER') = (customer_id is not null)),
    add constraint messaging_conversation_external_check check (external = (kind = 'CUSTOMER') or kind = 'GROUP');

-- The seat of a customer: he is never an owner or an administrator, and nobody of the company.
alter table messaging_member
    add column guest boolean not null default false,
    add constraint messaging_member_guest_check check (not guest or role = 'MEMBER');
