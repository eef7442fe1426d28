package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LexHook;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lexmodelsv2.LexModelsV2Client;
import software.amazon.awssdk.services.lexmodelsv2.model.BotAliasLocaleSettings;
import software.amazon.awssdk.services.lexmodelsv2.model.CodeHookSpecification;
import software.amazon.awssdk.services.lexmodelsv2.model.DescribeBotAliasResponse;
import software.amazon.awssdk.services.lexmodelsv2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lexmodelsv2.model.UpdateBotAliasRequest;

/** Our hook in the locales of a bot alias, which Lex only takes whole: all else of it is written back as it was. */
final class LexHookResource implements NamedKind<LexHook> {
    /** The only one there is. */
    private static final String INTERFACE_VERSION = "1.0";

    private static final String ARN_PREFIX = ":bot-alias/";

    private final AwsClients clients;
    private final Arns arns;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    LexHookResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private LexModelsV2Client lex() {
        return clients.of(LexModelsV2Client.class, LexModelsV2Client::builder);
    }

    @Override
    public Class<LexHook> type() {
        return LexHook.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.LEX_HOOK;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("lex", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String ids = source.substring(source.indexOf(ARN_PREFIX) + ARN_PREFIX.length());
        return Optional.of(
                LexHook.id(ids, statement.functionName(), statement.alias()).name());
    }

    private DescribeBotAliasResponse describe(String botAlias) {
        int slash = botAlias.indexOf('/');
        return lex().describeBotAlias(
                        r -> r.botId(botAlias.substring(0, slash)).botAliasId(botAlias.substring(slash + 1)));
    }

    @Override
    public Optional<LexHook> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        Map<String, BotAliasLocaleSettings> locales;
        try {
            locales = describe(wire.source()).botAliasLocaleSettings();
        } catch (ResourceNotFoundException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
        if (wanted) {
            desired.resources().stream()
                    .filter(each ->
                            each instanceof LexHook hook && hook.id().name().equals(name))
                    .forEach(each -> mustBeFree((LexHook) each, locales));
        }
        String ours = arns.alias(wire.function(), wire.alias());
        List<String> hooked = locales.keySet().stream()
                .filter(locale -> ours.equals(hook(locales.get(locale))))
                .sorted()
                .toList();
        return hooked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LexHook(wire.source(), hooked, wire.function(), wire.alias(), wire.permission("lex")));
    }

    /** The function that a locale calls. */
    private static @Nullable String hook(@Nullable BotAliasLocaleSettings locale) {
        CodeHookSpecification hook = locale == null ? null : locale.codeHookSpecification();
        return hook == null || hook.lambdaCodeHook() == null
                ? null
                : hook.lambdaCodeHook().lambdaARN();
    }

    private void mustBeFree(LexHook wanted, Map<String, BotAliasLocaleSettings> locales) {
        String ours = arns.alias(wanted.functionName(), wanted.alias());
        for (String locale : wanted.locales()) {
            String there = hook(locales.get(locale));
            if (there != null && !there.equals(ours)) {
                throw new UserFault(
                        Problem.LM307,
                        Place.of("bot alias " + wanted.botAlias()),
                        "The locale " + locale + " calls " + there + " already; nothing was changed.",
                        "Take that function from the bot alias first, or name another one in @LexTrigger(botAlias) or"
                                + " other locales in @LexTrigger(locales).");
            }
        }
    }

    @Override
    public void create(LexHook wanted, Desired desired) {
        write(wanted, wanted.locales());
    }

    @Override
    public void update(LexHook there, LexHook wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(LexHook there, Desired desired) {
        try {
            write(there, List.of());
        } catch (ResourceNotFoundException e) {
            // Gone, and its hooks with it.
        }
    }

    private void write(LexHook hook, List<String> wanted) {
        synchronized (locks.computeIfAbsent(hook.botAlias(), name -> new Object())) {
            DescribeBotAliasResponse found = describe(hook.botAlias());
            if (!wanted.isEmpty()) {
                mustBeFree(hook, found.botAliasLocaleSettings());
            }
            Map<String, BotAliasLocaleSettings> locales =
                    merge(found.botAliasLocaleSettings(), arns.alias(hook.functionName(), hook.alias()), wanted);
            if (!locales.equals(found.botAliasLocaleSettings())) {
                UpdateBotAliasRequest.Builder whole = SdkFields.copy(found, UpdateBotAliasRequest.builder());
                lex().updateBotAlias(whole.botAliasLocaleSettings(locales).build());
            }
        }
    }

    /** A locale that the alias does not have yet is switched on, else nothing would call the hook. */
    private static Map<String, BotAliasLocaleSettings> merge(
            Map<String, BotAliasLocaleSettings> before, String ours, List<String> wanted) {
        Map<String, BotAliasLocaleSettings> after = new TreeMap<>(before);
        after.replaceAll((locale, settings) -> ours.equals(hook(settings)) && !wanted.contains(locale)
                ? BotAliasLocaleSettings.builder().enabled(settings.enabled()).build()
                : settings);
        for (String locale : wanted) {
            BotAliasLocaleSettings there = after.get(locale);
            if (!ours.equals(hook(there))) {
                BotAliasLocaleSettings settings = there == null
                        ? BotAliasLocaleSettings.builder().enabled(true).build()
                        : there;
                after.put(
                        locale,
                        settings.toBuilder()
                                .codeHookSpecification(s -> s.lambdaCodeHook(
                                        h -> h.lambdaARN(ours).codeHookInterfaceVersion(INTERFACE_VERSION)))
                                .build());
            }
        }
        return after;
    }
}
