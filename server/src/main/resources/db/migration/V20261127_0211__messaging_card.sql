-- Cards, and conversations with an app: docs/decisions/0015.

-- The principal through which an app speaks in a direct conversation: nobody else writes there.
alter table messaging_conversation add column voice_id bigint references principal (id);

-- As before, and nobody but the voice writes where an app speaks.
create or replace function messaging_append_plain(
    p_head bigint[], p_org bigint[], p_permit bigint[], p_count integer[], p_group integer[], p_step integer[],
    p_sender bigint[], p_key text[], p_kind text[], p_digest bytea[], p_body text[], p_at bigint)
returns table (outbox_id bigint, seqs bigint[], message_nos bigint[], permits bigint[])
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
    v_at   timestamptz := timestamptz 'epoch' + p_at * interval '1 millisecond';
    v_rows bigint;
begin
    with moved as (
        update messaging_head h
        set seq = h.seq + p_count[k], message_no = h.message_no + p_count[k], moved_xid = pg_current_xact_id(), moved_at = v_at
        from generate_series(1, cardinality(p_head)) k
        where h.conversation_id between p_head[k] and p_head[k] and h.org_id = p_org[k]
        returning k, h.seq - p_count[k] as seq, h.message_no - p_count[k] as no, h.permit
    )
    select array_agg(m.seq order by m.k), array_agg(m.no order by m.k), array_agg(m.permit order by m.k), count(*)
    into seqs, message_nos, permits, v_rows
    from moved m;
    if v_rows < cardinality(p_head) then
        raise exception using errcode = 'QA001';
    end if;

    if permits <> p_permit then
        perform i
        from generate_series(1, cardinality(p_group)) i
        where permits[p_group[i]] <> p_permit[p_group[i]]
          and ((select m.principal_id
                from messaging_member m
                where m.conversation_id = p_head[p_group[i]] and m.principal_id = p_sender[i] and m.left_at is null) is null
            or (select c.id
                from messaging_conversation c
                where c.id = p_head[p_group[i]] and c.dissolved_at is null and not c.closed
                  and (c.voice_id is null or c.voice_id = p_sender[i])) is null)
        limit 1;
        if found then
            raise exception using errcode = 'QA001';
        end if;
    end if;

    insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, created_at, kind, client_key, digest, body)
    select p_head[p_group[i]], seqs[p_group[i]] + p_step[i], p_org[p_group[i]], message_nos[p_group[i]] + p_step[i], p_sender[i],
           v_at, p_kind[i], p_key[i], p_digest[i], p_body[i]
    from generate_series(1, cardinality(p_group)) i;

    insert into messaging_outbox (conversations, seqs, counts)
    select p_head, array_agg(s + 1), p_count from unnest(seqs) s
    returning id into outbox_id;
    return next;
exception
    when sqlstate 'QA001' or unique_violation then
        return;
end
$$;

-- As before, and cards count as unread.
create or replace function messaging_append(
    p_conversation bigint[], p_org bigint[], p_sender bigint[], p_key text[], p_kind text[], p_digest bytea[],
    p_target bigint[], p_recall_since bigint[], p_reply_to bigint[], p_mention_all boolean[], p_body text[], p_at bigint[],
    p_mention_ord integer[], p_mention bigint[])
returns table (outcome text, seq bigint, message_no bigint, at timestamptz,
               quote_sender bigint, quote_kind text, quote_excerpt text, outbox_id bigint)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
    v_outcome text[];
    v_seq     bigint[];
    v_no      bigint[];
    v_at      timestamptz[];
    v_quote_sender  bigint[];
    v_quote_kind    text[];
    v_quote_excerpt text[];
    v_outbox  bigint;
begin
    perform h.conversation_id from messaging_head h
    where h.conversation_id = any (p_conversation)
    order by h.conversation_id
    for no key update;

    select array_agg(n.outcome),
           array_agg(case when n.outcome = 'STORED' then n.head_seq + n.step else n.known_seq end),
           array_agg(case when n.outcome = 'STORED' then n.head_no + n.message_step else n.known_no end),
           array_agg(case when n.outcome = 'STORED' then n.draft_at else n.known_at end),
           array_agg(n.quote_sender), array_agg(n.quote_kind), array_agg(n.quote_excerpt)
    into v_outcome, v_seq, v_no, v_at, v_quote_sender, v_quote_kind, v_quote_excerpt
    from (
        select d.*,
               count(*) filter (where d.outcome = 'STORED') over conversation as step,
               count(*) filter (where d.outcome = 'STORED' and d.kind in ('TEXT', 'IMAGE', 'FILE', 'CARD')) over conversation as message_step
        from (
            select i.ord, i.conversation_id, i.kind, h.seq as head_seq, h.message_no as head_no,
                   timestamptz 'epoch' + i.at * interval '1 millisecond' as draft_at,
                   coalesce(e.seq, r.seq) as known_seq,
                   coalesce(e.message_no, r.message_no) as known_no,
                   coalesce(e.created_at, r.created_at) as known_at,
                   case when i.reply_to > 0 then t.sender_id end as quote_sender,
                   case when i.reply_to > 0 then t.kind end as quote_kind,
                   case when i.reply_to > 0 and t.recalled_by_seq is null
                       then left(coalesce(t.body::json ->> 'text', t.body::json -> 'file' ->> 'name',
                                     t.body::json -> 'card' ->> 'title', ''), 100) end as quote_excerpt,
                   case
                       when e.seq is not null and e.digest = i.digest then 'REPEATED'
                       when e.seq is not null then 'KEY_CONFLICT'
                       when m.principal_id is null then 'NOT_FOUND'
                       when c.dissolved_at is not null then 'DISSOLVED'
                       when m.left_at is not null then 'NOT_FOUND'
                       when i.target > 0 then
                           case
                               when t.seq is null or t.seq < m.from_seq or t.kind in ('RECALL', 'SYSTEM') then 'ENTRY_NOT_FOUND'
                               when t.sender_id <> i.sender and not (c.kind = 'GROUP' and m.role <> 'MEMBER') then 'NOT_THE_SENDER'
                               when t.recalled_by_seq is not null then 'REPEATED'
                               when t.created_at < timestamptz 'epoch' + i.recall_since * interval '1 millisecond'
                                   and not (c.kind = 'GROUP' and m.role <> 'MEMBER') then 'RECALL_TOO_LATE'
                               else 'STORED'
                           end
                       when c.voice_id <> i.sender then 'READ_ONLY'
                       when c.closed then 'PEER_UNAVAILABLE'
                       when i.reply_to > 0 and (t.seq is null or t.seq < m.from_seq or t.kind in ('RECALL', 'SYSTEM'))
                           then 'ENTRY_NOT_FOUND'
                       when i.mention_all and m.role = 'MEMBER' and (c.settings ->> 'mentionAllAdminsOnly')::boolean
                           then 'MENTION_ALL_ADMINS_ONLY'
                       else 'STORED'
                   end as outcome
            from unnest(p_conversation, p_org, p_sender, p_key, p_kind, p_digest, p_target, p_recall_since, p_reply_to,
                        p_mention_all, p_at) with ordinality
                as i (conversation_id, org_id, sender, key, kind, digest, target, recall_since, reply_to, mention_all, at, ord)
            left join lateral (
                select x.conversation_id, x.seq, x.message_no
                from messaging_head x
                where x.conversation_id = i.conversation_id and x.org_id = i.org_id
                offset 0) h on true
            left join lateral (
                select x.kind, x.settings, x.dissolved_at, x.closed, x.voice_id
                from messaging_conversation x
                where x.id = h.conversation_id
                offset 0) c on true
            -- The order, and that one row is enough, leave only the index of keys to the planner.
            left join lateral (
                select x.seq, x.message_no, x.created_at, x.digest
                from messaging_entry x
                where x.conversation_id = h.conversation_id and x.sender_id = i.sender and x.client_key = i.key
                order by x.conversation_id, x.sender_id, x.client_key
                limit 1) e on true
            left join lateral (
                select x.principal_id, x.left_at, x.from_seq, x.role
                from messaging_member x
                where x.conversation_id = h.conversation_id and x.principal_id = i.sender
                offset 0) m on true
            left join lateral (
                select x.conversation_id, x.seq, x.sender_id, x.kind, x.created_at, x.recalled_by_seq, x.body
                from messaging_entry x
                where x.conversation_id = h.conversation_id and x.seq = nullif(greatest(i.target, i.reply_to), 0)
                order by x.conversation_id, x.seq
                limit 1) t on true
            left join lateral (
                select x.seq, x.message_no, x.created_at
                from messaging_entry x
                where i.target > 0 and x.conversation_id = t.conversation_id and x.seq = t.recalled_by_seq
                order by x.conversation_id, x.seq
                limit 1) r on true
        ) d
        window conversation as (partition by d.conversation_id order by d.ord)
        order by d.ord
    ) n;

    insert into messaging_entry (conversation_id, seq, org_id, message_no, sender_id, kind, client_key, digest, target_seq,
                                 reply_to, body, created_at)
    select i.conversation_id, i.seq, i.org_id, i.no, i.sender, i.kind, i.key, i.digest, nullif(i.target, 0),
           nullif(i.reply_to, 0), i.body, i.at
    from unnest(p_conversation, v_seq, p_org, v_no, p_sender, p_kind, p_key, p_digest, p_target, p_reply_to, p_body, v_at, v_outcome)
        as i (conversation_id, seq, org_id, no, sender, kind, key, digest, target, reply_to, body, at, outcome)
    where i.outcome = 'STORED';

    if found then
        update messaging_head h
        set seq = x.seq, message_no = x.no, moved_xid = pg_current_xact_id(), moved_at = x.at
        from (
            select i.conversation_id, max(i.seq) as seq, max(i.no) as no, max(i.at) as at
            from unnest(p_conversation, v_seq, v_no, v_at, v_outcome) as i (conversation_id, seq, no, at, outcome)
            where i.outcome = 'STORED'
            group by i.conversation_id
        ) x
        where h.conversation_id between x.conversation_id and x.conversation_id;

        insert into messaging_outbox (conversations, seqs)
        select array_agg(i.conversation_id), array_agg(i.seq)
        from unnest(p_conversation, v_seq, v_outcome) as i (conversation_id, seq, outcome)
        where i.outcome = 'STORED'
        returning id into v_outbox;

        if 'RECALL' = any (p_kind) then
            update messaging_entry t
            set recalled_by_seq = i.seq
            from unnest(p_conversation, v_seq, p_target, p_kind, v_outcome) as i (conversation_id, seq, target, kind, outcome)
            where i.outcome = 'STORED' and i.kind = 'RECALL'
              and t.conversation_id between i.conversation_id and i.conversation_id and t.seq between i.target and i.target;

            delete from messaging_mention m
            using unnest(p_conversation, p_target, p_kind, v_outcome) as i (conversation_id, target, kind, outcome)
            where i.outcome = 'STORED' and i.kind = 'RECALL'
              and m.conversation_id = i.conversation_id and m.seq = i.target;
        end if;

        if cardinality(p_mention) > 0 then
            insert into messaging_mention (conversation_id, principal_id, seq, org_id)
            select p_conversation[i.ord], i.principal_id, v_seq[i.ord], p_org[i.ord]
            from unnest(p_mention_ord, p_mention) as i (ord, principal_id)
            where v_outcome[i.ord] = 'STORED'
              and (i.principal_id = 0 or exists (
                  select 1 from messaging_member m
                  where m.conversation_id = p_conversation[i.ord] and m.principal_id = i.principal_id and m.left_at is null));
        end if;
    end if;

    return query
    select i.outcome, i.seq, i.no, i.at, i.quote_sender, i.quote_kind, i.quote_excerpt, v_outbox
    from unnest(v_outcome, v_seq, v_no, v_at, v_quote_sender, v_quote_kind, v_quote_excerpt)
        as i (outcome, seq, no, at, quote_sender, quote_kind, quote_excerpt);
end
$$;
