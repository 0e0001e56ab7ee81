package org.qiao.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qiao.approval.EventStore.Stored;
import org.qiao.approval.RunView.Doable;
import org.qiao.approval.RunView.HistoryLine;
import org.qiao.approval.RunView.PathStep;
import org.qiao.approval.RunView.StepPerson;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.flow.Engine;
import org.qiao.flow.FlowState;
import org.qiao.flow.Node;
import org.qiao.flow.Step;
import org.qiao.form.FormNames;
import org.qiao.form.FormRights;
import org.qiao.form.FormTexts;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what one person sees of a run. */
@Component
class RunViews {

    private final EventStore events;
    private final MarkStore marks;
    private final Engines engines;
    private final Members members;
    private final FormTexts texts;
    private final Files files;
    private final JsonMapper json;

    RunViews(
            EventStore events,
            MarkStore marks,
            Engines engines,
            Members members,
            FormTexts texts,
            Files files,
            JsonMapper json) {
        this.events = events;
        this.marks = marks;
        this.engines = engines;
        this.members = members;
        this.texts = texts;
        this.files = files;
        this.json = json;
    }

    /** A run with everything that is needed to show it. */
    record Loaded(
            Approval run,
            TemplateVersion template,
            List<Stored> events,
            FlowState state,
            FormValues values,
            FormRights rights,
            boolean manage) {

        FormTexts.Filled visible() {
            return new FormTexts.Filled(rights.visible(template.form()), rights.visible(template.form(), values));
        }
    }

    /** @param manage the person sees everything, as the applicant does */
    Loaded load(Actor actor, Approval run, boolean manage) {
        TemplateVersion template = engines.template(run);
        List<Stored> stored = events.load(run.orgId(), run.id(), 0);
        FlowState state = FlowState.of(stored.stream().map(Stored::event).toList());
        boolean all = manage || run.applicantId() == actor.principalId();
        FormRights rights = all ? FormRights.READ_ALL : Sight.of(template, state, stored, actor.principalId());
        return new Loaded(run, template, stored, state, FormValues.of(json.readTree(run.values())), rights, manage);
    }

    RunView view(Actor actor, Loaded loaded, RunView.RunHead head, Related related) {
        Approval run = loaded.run();
        Engine engine = engines.engine(loaded.template(), Engines.Applicant.of(run), loaded.values());
        RouteNames names = new RouteNames(loaded.template().route());
        DoableRule.Permits permits = new DoableRule.Permits(
                loaded.template().settings().mayRevoke(),
                loaded.template().settings().mayUndo() && run.undoneById() == null,
                loaded.manage());
        Doable mine = new DoableRule(names, engine, loaded.state(), actor.principalId()).doable(permits);
        List<HistoryLine> history = history(loaded);
        List<Step> steps = loaded.state().status().ended() ? List.of() : engine.preview(loaded.state());
        FormTexts.Filled filled = loaded.visible();
        FormNames known = texts.names(actor, List.of(filled), related);
        Map<Long, Card> people = people(actor, known, history, steps);
        return new RunView(
                head,
                filled.schema().json(),
                filled.values().json(),
                people,
                known.departments(),
                known.approvals(),
                files(actor, known, history),
                history,
                steps(names, steps, people),
                mine);
    }

    private List<HistoryLine> history(Loaded loaded) {
        History.Extras extras = new History.Extras(marks.edits(loaded.run()), marks.marks(loaded.run()));
        return History.of(loaded.template(), loaded.state(), loaded.events(), extras);
    }

    private Map<Long, Card> people(Actor actor, FormNames known, List<HistoryLine> history, List<Step> steps) {
        Set<Long> ids = new HashSet<>(known.members().keySet());
        for (HistoryLine line : history) {
            ids.addAll(line.people());
            Optional.ofNullable(line.by()).ifPresent(ids::add);
            Optional.ofNullable(line.forWhom()).ifPresent(ids::add);
        }
        ids.addAll(named(steps));
        return members.cardsById(actor, ids);
    }

    private static Set<Long> named(List<Step> steps) {
        Set<Long> ids = new HashSet<>();
        for (Step step : steps) {
            for (Step.Person person : step.people()) {
                ids.add(person.id());
                Optional.ofNullable(person.forWhom()).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** Ids of all files that the person sees in the values and with decisions. */
    Set<Long> files(Actor actor, Loaded loaded, FormTexts.Filled visible, Related related) {
        Set<Long> ids = new HashSet<>(
                texts.names(actor, List.of(visible), related).files().keySet());
        marks.marks(loaded.run()).values().forEach(mark -> {
            ids.addAll(mark.files());
            Optional.ofNullable(mark.signatureId()).ifPresent(ids::add);
        });
        return ids;
    }

    private List<FileView> files(Actor actor, FormNames known, List<HistoryLine> history) {
        List<FileView> files = new ArrayList<>(known.files().values());
        Set<Long> more = new HashSet<>();
        for (HistoryLine line : history) {
            more.addAll(line.files());
            Optional.ofNullable(line.signature()).ifPresent(more::add);
        }
        more.removeAll(known.files().keySet());
        files.addAll(this.files.describe(actor.orgId(), more).values());
        return files;
    }

    /** The path of a draft. */
    List<PathStep> steps(Actor actor, TemplateVersion template, List<Step> steps) {
        return steps(new RouteNames(template.route()), steps, members.cardsById(actor, named(steps)));
    }

    private static List<PathStep> steps(RouteNames names, List<Step> steps, Map<Long, Card> people) {
        List<PathStep> views = new ArrayList<>();
        for (Step step : steps) {
            Node node = names.find(step.node()).orElse(null);
            if (node == null) {
                continue;
            }
            views.add(new PathStep(
                    step.node(),
                    RouteNames.kind(node),
                    step.way() == null ? names.name(step.node()) : names.way(step.way()),
                    step.within(),
                    step.now(),
                    step.together() == null ? null : step.together().rule(),
                    step.people().stream()
                            .filter(person -> people.containsKey(person.id()))
                            .map(person -> new StepPerson(
                                    Objects.requireNonNull(people.get(person.id())),
                                    person.forWhom() == null ? null : people.get(person.forWhom()),
                                    person.skipped()))
                            .toList(),
                    !step.missing().isEmpty()));
        }
        return views;
    }
}
