package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ReceiptRule;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.AlreadyExistsException;
import software.amazon.awssdk.services.ses.model.DescribeActiveReceiptRuleSetResponse;
import software.amazon.awssdk.services.ses.model.InvocationType;
import software.amazon.awssdk.services.ses.model.LambdaAction;
import software.amazon.awssdk.services.ses.model.ListReceiptRuleSetsResponse;
import software.amazon.awssdk.services.ses.model.ReceiptAction;
import software.amazon.awssdk.services.ses.model.ReceiptRuleSetMetadata;
import software.amazon.awssdk.services.ses.model.RuleDoesNotExistException;
import software.amazon.awssdk.services.ses.model.RuleSetDoesNotExistException;

/** Our rules among those of a receipt rule set, after those that are there; the others are not looked into. */
final class ReceiptRuleResource implements NamedKind<ReceiptRule> {
    private static final String SET = ":receipt-rule-set/";
    private static final String RULE = ":receipt-rule/";

    private final AwsClients clients;
    private final Arns arns;

    ReceiptRuleResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private SesClient ses() {
        return clients.of(SesClient.class, SesClient::builder);
    }

    @Override
    public Class<ReceiptRule> type() {
        return ReceiptRule.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.RECEIPT_RULE;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("ses", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String set = source.substring(source.indexOf(SET) + SET.length(), source.indexOf(RULE));
        String rule = source.substring(source.indexOf(RULE) + RULE.length());
        return Optional.of(
                ReceiptRule.id(set.equals("*") ? ReceiptRule.ACTIVE : set, rule).name());
    }

    @Override
    public Optional<ReceiptRule> observe(String name, Desired desired, boolean wanted) {
        String set = name.substring(0, name.indexOf('/'));
        String rule = name.substring(name.indexOf('/') + 1);
        if (!set.equals(ReceiptRule.ACTIVE)) {
            return Optional.ofNullable(find(set, rule, wanted)).map(found -> read(set, rule, found, desired));
        }
        if (wanted) {
            return Optional.ofNullable(find(active(), rule, true)).map(found -> read(set, rule, found, desired));
        }
        // Another set may have been active when it was made.
        for (String each : sets()) {
            var found = find(each, rule, false);
            if (found != null) {
                return Optional.of(read(set, rule, found, desired));
            }
        }
        return Optional.empty();
    }

    private software.amazon.awssdk.services.ses.model.@Nullable ReceiptRule find(
            String set, String rule, boolean wanted) {
        try {
            return ses().describeReceiptRule(r -> r.ruleSetName(set).ruleName(rule))
                    .rule();
        } catch (RuleDoesNotExistException e) {
            return null;
        } catch (RuleSetDoesNotExistException e) {
            if (wanted) {
                throw e;
            }
            return null;
        }
    }

    private String active() {
        DescribeActiveReceiptRuleSetResponse found = ses().describeActiveReceiptRuleSet(r -> {});
        if (found.metadata() == null || found.metadata().name() == null) {
            throw new UserFault(
                    Problem.LM352,
                    Place.of("receipt rules"),
                    "No receipt rule set is active in this account and Region.",
                    "Name one with @SesTrigger(ruleSet), or activate one with aws ses set-active-receipt-rule-set"
                            + " --rule-set-name NAME.");
        }
        return found.metadata().name();
    }

    private List<String> sets() {
        List<String> names = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ListReceiptRuleSetsResponse page = ses().listReceiptRuleSets(r -> r.nextToken(next));
            page.ruleSets().stream().map(ReceiptRuleSetMetadata::name).forEach(names::add);
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return names;
    }

    private ReceiptRule read(
            String set, String rule, software.amazon.awssdk.services.ses.model.ReceiptRule found, Desired desired) {
        LambdaAction action = found.actions().stream()
                .filter(each -> isOurs(each, desired))
                .map(ReceiptAction::lambdaAction)
                .findFirst()
                .orElse(null);
        Arns.FunctionRef target = action == null ? null : Arns.functionIn(action.functionArn());
        String function = target == null ? "" : target.name();
        return new ReceiptRule(
                set,
                rule,
                found.recipients(),
                action != null && action.invocationType() == InvocationType.REQUEST_RESPONSE,
                function,
                target == null ? "" : target.qualifier(),
                Permission.id(
                        function,
                        DerivedNames.LIVE,
                        DerivedNames.statement("ses", rule.substring(rule.lastIndexOf('.') + 1))));
    }

    private static boolean isOurs(ReceiptAction action, Desired desired) {
        Arns.FunctionRef function = action.lambdaAction() == null
                ? null
                : Arns.functionIn(action.lambdaAction().functionArn());
        return function != null && desired.functionNames().contains(function.name());
    }

    private ReceiptAction action(ReceiptRule wanted) {
        return ReceiptAction.builder()
                .lambdaAction(l -> l.functionArn(arns.alias(wanted.functionName(), wanted.alias()))
                        .invocationType(wanted.synchronous() ? InvocationType.REQUEST_RESPONSE : InvocationType.EVENT))
                .build();
    }

    /** SES looks at once whether it may call the function. */
    @Override
    public void create(ReceiptRule wanted, Desired desired) {
        String set = wanted.ruleSet().equals(ReceiptRule.ACTIVE) ? active() : wanted.ruleSet();
        var rules = ses().describeReceiptRuleSet(r -> r.ruleSetName(set)).rules();
        String last = rules.isEmpty() ? null : rules.get(rules.size() - 1).name();
        var rule = software.amazon.awssdk.services.ses.model.ReceiptRule.builder()
                .name(wanted.name())
                .enabled(true)
                .actions(action(wanted));
        if (!wanted.recipients().isEmpty()) {
            rule.recipients(wanted.recipients());
        }
        try {
            Retry.until(
                    () -> ses().createReceiptRule(
                                    r -> r.ruleSetName(set).after(last).rule(rule.build())),
                    Retry::mailCannotCallYet);
        } catch (AlreadyExistsException e) {
            // Made a moment ago by a request whose answer was lost.
            replace(set, wanted, desired);
        }
    }

    @Override
    public void update(ReceiptRule there, ReceiptRule wanted, List<AttributeChange> changes, Desired desired) {
        replace(wanted.ruleSet().equals(ReceiptRule.ACTIVE) ? active() : wanted.ruleSet(), wanted, desired);
    }

    /** A rule is taken as a whole: scanning, encryption, pause and the actions of others stay. */
    private void replace(String set, ReceiptRule wanted, Desired desired) {
        var found = find(set, wanted.name(), true);
        if (found == null) {
            create(wanted, desired);
            return;
        }
        List<ReceiptAction> actions = new ArrayList<>();
        for (ReceiptAction each : found.actions()) {
            if (each.equals(ReceiptAction.builder().build())) {
                throw new UserFault(
                        Problem.LM352,
                        Place.of(wanted.id().toString()),
                        "The rule has an action of a kind that is newer than this plugin, and would lose it.",
                        "Move that action to a receipt rule of its own, or use a newer version of the plugin.");
            }
            actions.add(isOurs(each, desired) ? withTopic(action(wanted), each) : each);
        }
        if (actions.stream().noneMatch(each -> isOurs(each, desired))) {
            actions.add(action(wanted));
        }
        var rule = software.amazon.awssdk.services.ses.model.ReceiptRule.builder()
                .name(found.name())
                .enabled(found.enabled())
                .scanEnabled(found.scanEnabled())
                .tlsPolicy(found.tlsPolicyAsString())
                .actions(actions);
        if (!wanted.recipients().isEmpty()) {
            rule.recipients(wanted.recipients());
        }
        Retry.until(
                () -> ses().updateReceiptRule(r -> r.ruleSetName(set).rule(rule.build())), Retry::mailCannotCallYet);
    }

    /** Who is told of the action is for others to say. */
    private static ReceiptAction withTopic(ReceiptAction ours, ReceiptAction before) {
        return ours.toBuilder()
                .lambdaAction(ours.lambdaAction().toBuilder()
                        .topicArn(before.lambdaAction().topicArn())
                        .build())
                .build();
    }

    @Override
    public void delete(ReceiptRule there, Desired desired) {
        List<String> sets = there.ruleSet().equals(ReceiptRule.ACTIVE) ? sets() : List.of(there.ruleSet());
        for (String set : sets) {
            if (find(set, there.name(), false) != null) {
                try {
                    ses().deleteReceiptRule(r -> r.ruleSetName(set).ruleName(there.name()));
                } catch (RuleSetDoesNotExistException e) {
                    // Gone already.
                }
            }
        }
    }
}
