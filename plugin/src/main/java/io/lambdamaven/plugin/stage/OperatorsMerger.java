package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.script.ScriptKey;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks what operators may do with a function. */
final class OperatorsMerger {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final Values values;
    private final BlockReader keys;

    OperatorsMerger(Values values, Diagnostics faults) {
        this.values = values;
        this.keys = new BlockReader(Block.SCRIPT_KEYS, values, faults);
    }

    OperatorSettings merge() {
        TreeMap<String, ScriptKey> scriptKeys = new TreeMap<>();
        for (String id : keys.names("")) {
            String text = keys.text(id);
            Optional<ScriptKey> key = text == null ? Optional.empty() : ScriptKey.read(text);
            if (!ID.matcher(id).matches()) {
                keys.fault(
                        Problem.LM284,
                        id,
                        "'" + id + "' is no id of a key.",
                        "Rename it to 1 to 40 letters, digits, - and _, the first a letter.");
            } else if (key.isEmpty()) {
                keys.fault(
                        Problem.LM284,
                        id,
                        "This is no public key of the algorithms Ed25519 or ECDSA on P-256.",
                        keys.set(id) + " to what mvn lambda:script-keygen prints, to a public key of KMS"
                                + " (ECC_NIST_P256) in base64, or to none.");
            } else {
                scriptKeys.put(id, key.get());
            }
        }
        keys.end("one element for each key, named by its id");
        return new OperatorSettings(values.flag(Setting.COMMANDS, true), scriptKeys);
    }
}
