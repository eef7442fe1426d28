package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.CommitTrigger;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import java.util.List;
import java.util.Objects;

/** A CodeCommit repository: one trigger of it for each method. */
final class CodeCommitWiring implements ServiceWiring {
    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String resolved = wires.runtimeText(route, trigger, "repository");
        Place place = Wires.place(route, trigger, "branches");
        List<String> branches = trigger.texts("branches").stream()
                .map(each -> wires.text(each, place))
                .filter(Objects::nonNull)
                .toList();
        if (resolved == null || branches.size() < trigger.texts("branches").size()) {
            return;
        }
        String arn = wires.arns().named("codecommit", "", resolved);
        ResourceId permission = wires.permit(
                DerivedNames.LIVE, DerivedNames.statement("codecommit", route.id()), "codecommit.amazonaws.com", arn);
        wires.add(new CommitTrigger(
                Arns.name(resolved),
                DerivedNames.notification(wires.functionName(), route.id()),
                wires.functionName(),
                DerivedNames.LIVE,
                branches,
                trigger.texts("events"),
                wires.functionName() + ":" + DerivedNames.LIVE,
                permission));
    }
}
