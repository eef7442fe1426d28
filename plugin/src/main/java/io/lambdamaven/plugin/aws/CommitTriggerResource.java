package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.CommitTrigger;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryTrigger;

/**
 * Our entries among the triggers of a repository, which CodeCommit only takes whole: they are read, ours in them
 * replaced, and written once for all changes of one function.
 */
final class CommitTriggerResource implements NamedKind<CommitTrigger> {
    private final AwsClients clients;
    private final Arns arns;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    CommitTriggerResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private CodeCommitClient codeCommit() {
        return clients.of(CodeCommitClient.class, CodeCommitClient::builder);
    }

    @Override
    public Class<CommitTrigger> type() {
        return CommitTrigger.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.COMMIT_TRIGGER;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("codecommit", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        return Optional.of(CommitTrigger.id(
                        source.substring(source.lastIndexOf(':') + 1),
                        DerivedNames.notification(
                                statement.functionName(), DerivedNames.routeId(statement.statementId())))
                .name());
    }

    @Override
    public Optional<CommitTrigger> observe(String name, Desired desired, boolean wanted) {
        String repository = name.substring(0, name.indexOf('/'));
        String trigger = name.substring(name.indexOf('/') + 1);
        String function = trigger.substring(0, trigger.lastIndexOf('-'));
        try {
            return read(repository).stream()
                    .filter(each -> trigger.equals(each.name()))
                    .findFirst()
                    .map(each -> read(repository, function, each));
        } catch (RepositoryDoesNotExistException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<RepositoryTrigger> read(String repository) {
        return codeCommit()
                .getRepositoryTriggers(r -> r.repositoryName(repository))
                .triggers();
    }

    private CommitTrigger read(String repository, String function, RepositoryTrigger found) {
        Arns.FunctionRef target = Arns.functionIn(found.destinationArn());
        return new CommitTrigger(
                repository,
                found.name(),
                function,
                DerivedNames.LIVE,
                found.branches(),
                found.eventsAsStrings(),
                target == null ? found.destinationArn() : target.name() + ":" + target.qualifier(),
                Permission.id(
                        function,
                        DerivedNames.LIVE,
                        DerivedNames.statement("codecommit", DerivedNames.routeId(found.name()))));
    }

    @Override
    public void create(CommitTrigger wanted, Desired desired) {
        write(wanted.repository(), wanted.functionName(), desired);
    }

    @Override
    public void update(CommitTrigger there, CommitTrigger wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(CommitTrigger there, Desired desired) {
        write(there.repository(), there.functionName(), desired);
    }

    /** The first change of a repository does the work of all; the others find nothing left to do. */
    private void write(String repository, String function, Desired desired) {
        List<CommitTrigger> wanted = desired.resources().stream()
                .filter(CommitTrigger.class::isInstance)
                .map(CommitTrigger.class::cast)
                .filter(each -> each.repository().equals(repository)
                        && each.functionName().equals(function))
                .toList();
        synchronized (locks.computeIfAbsent(repository, name -> new Object())) {
            List<RepositoryTrigger> before;
            try {
                before = read(repository);
            } catch (RepositoryDoesNotExistException e) {
                if (wanted.isEmpty()) {
                    return;
                }
                throw e;
            }
            List<RepositoryTrigger> after = merge(before, repository, function, wanted);
            if (!after.equals(before)) {
                codeCommit()
                        .putRepositoryTriggers(r -> r.repositoryName(repository).triggers(after));
            }
        }
    }

    /** What stays keeps its place, others' entries as they are. */
    private List<RepositoryTrigger> merge(
            List<RepositoryTrigger> before, String repository, String function, List<CommitTrigger> wanted) {
        List<RepositoryTrigger> after = new ArrayList<>();
        for (RepositoryTrigger entry : before) {
            if (!DerivedNames.isNotification(function, entry.name())
                    || wanted.stream()
                            .anyMatch(each -> each.name().equals(entry.name())
                                    && read(repository, function, entry)
                                            .attributes()
                                            .equals(each.attributes()))) {
                after.add(entry);
            }
        }
        for (CommitTrigger each : wanted) {
            if (after.stream().noneMatch(entry -> each.name().equals(entry.name()))) {
                after.add(entry(each));
            }
        }
        return after;
    }

    private RepositoryTrigger entry(CommitTrigger wanted) {
        return RepositoryTrigger.builder()
                .name(wanted.name())
                .destinationArn(arns.alias(wanted.functionName(), wanted.alias()))
                .branches(wanted.branches())
                .eventsWithStrings(wanted.events())
                .build();
    }
}
