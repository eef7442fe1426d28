import io.lambdamaven.plugin.testing.MavenRun
import io.lambdamaven.plugin.testing.MotoServer
import org.opentest4j.TestAbortedException

// A function that runs, from an operator's place: configuration, commands, tasks and scripts on the local Lambda.

def run = new MavenRun(basedir, localRepositoryPath)
    .option('-Dlambda.local.directory=local').option('-Dlambda.target=local')
def get = { String text, String path ->
    def url = (text =~ /Answers at (http:\S+)/).with { m -> m.find(); m.group(1).replaceAll('/$', '') }
    new URL(url + path).text
}
try {
    // Configuration from outside: what is missing keeps the function from starting, and is told.
    def deployed = run.mvn('lambda:deploy')
    assert get(deployed, '/price') == '12 EUR in Graz'
    assert run.mvn('lambda:logs') =~ /3 settings from file:/

    // What its source would say something else of, by name alone.
    assert run.mvn('lambda:config-diff').contains('and its sources hold the same.')
    run.edit('settings.json', '"Graz"', '"Linz", "TEA": "green"')
    def differs = run.mvn('lambda:config-diff')
    assert differs =~ /~ CITY/ && differs =~ /\+ TEA/ && !differs.contains('Linz') && !differs.contains('green')
    assert run.mvnFailing('lambda:config-diff', '-Dlambda.configDiff.failOnChange').contains('LM379')
    new File(basedir, 'settings.json').text = '{"CITY": 7}'
    assert run.mvnFailing('lambda:config-diff').contains('LM378')
    new File(basedir, 'settings.json').text = '{"CURRENCY": "EUR", "CITY": "Wien"}'

    // Commands.
    def commands = run.mvn('lambda:commands')
    assert commands =~ /reindex.*Builds the index again/ && commands.contains('Which index') && commands.contains('sell')
    assert run.mvn('lambda:invoke', '-Dlambda.command=reindex', '-Dlambda.args=index=orders').contains('"orders up to 100"')
    assert run.mvn('lambda:invoke', '-Dlambda.command=reindex', '-Dlambda.args={"index":"a","limit":7}').contains('"a up to 7"')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=reindex', '-Dlambda.args=index=orders,limit=many').contains('limit')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=nothing') =~ /LM15\d.*nothing/
    assert run.mvn('lambda:logs').contains('AUDIT command=reindex')

    // Tasks, handed over by a command; here they all come the same way.
    assert run.mvn('lambda:invoke', '-Dlambda.command=sell', '-Dlambda.args=item=tea').contains('handed over as ')
    def patience = System.currentTimeMillis() + 20_000
    while (!['sold tea', 'tea packed in 2'].every { run.mvn('lambda:logs').contains(it) }) {
        assert System.currentTimeMillis() < patience
    }

    // What became of a task, told by another method.
    def base = (deployed =~ /Answers at (http:\S+)/).with { m -> m.find(); m.group(1).replaceAll('/$', '') }
    def post = { String path, String body, Map headers = [:] ->
        def connection = new URL(base + path).openConnection()
        connection.doOutput = true
        ([('Content-Type'): 'text/plain'] + headers).each { name, value -> connection.setRequestProperty(name, value) }
        connection.outputStream.withStream { it << body }
        [connection.responseCode, (connection.responseCode < 400 ? connection.inputStream : connection.errorStream).text]
    }
    def becomes = { String id ->
        def end = System.currentTimeMillis() + 60_000
        def state = get(deployed, '/wrappings/' + id)
        while (state in ['QUEUED', 'RUNNING']) {
            assert System.currentTimeMillis() < end
            sleep(100)
            state = get(deployed, '/wrappings/' + id)
        }
        state
    }
    assert becomes(post('/wrappings', 'tea')[1]) == 'DONE Parcel[item=tea, layers=2]'
    assert becomes(post('/wrappings', 'glass')[1]) == 'FAILED java.lang.IllegalArgumentException: glass broke'
    assert becomes('made-up') == 'UNKNOWN'

    // Of all requests of a key one is served, and what it got the others get; while it is at work they are refused.
    def order = { String name, String key ->
        post('/orders', new File(basedir, name).absolutePath, key == null ? [:] : ['Idempotency-Key': key])
    }
    def first = order('coffee', 'k1')
    assert first[0] == 200 && first[1].startsWith('order ')
    assert order('coffee', 'k1') == first
    assert order('coffee', 'k2')[1] != first[1]
    assert order('coffee', null)[0] == 400
    new File(basedir, 'cake.wait').text = ''
    def slow = null
    def thread = Thread.start { slow = order('cake', 'k3') }
    patience = System.currentTimeMillis() + 25_000
    while (!new File(basedir, 'cake.begun').exists()) {
        assert System.currentTimeMillis() < patience
        sleep(50)
    }
    assert order('cake', 'k3')[0] == 409
    new File(basedir, 'cake.wait').delete()
    thread.join()
    assert slow[0] == 200 && order('cake', 'k3') == slow
    assert run.mvn('lambda:logs').findAll(/ordering \S*cake/).size() == 1

    // Scripts: refused without a key, then run with one.
    assert run.mvnFailing('lambda:script', '-Dlambda.script=Count.java', '-Dlambda.scriptKey=ops.key').contains('LM')
    def key = (run.mvn('lambda:script-keygen', '-Dlambda.scriptKey=ops.key') =~ /(MCowBQYDK2VwAyEA\S+?)(?=<|\s|$)/).with { m -> m.find(); m.group(1) }
    run.edit('pom.xml', '<stages>', "<scriptKeys><ops>${key}</ops></scriptKeys><stages>".toString())
    run.mvn('lambda:deploy')
    assert order('coffee', 'k1') == first // as before the deploy
    def answer = run.mvn('lambda:script', '-Dlambda.script=Count.java', '-Dlambda.scriptKey=ops.key', '-Dlambda.args={"day":"2026-01-31"}')
    assert answer =~ /counted \d on 2026-01-31/
    assert run.mvn('lambda:logs') =~ /AUDIT script=Count key=ops sha256=\p{XDigit}+ .*outcome=done/
    run.mvn('lambda:script-keygen', '-Dlambda.scriptKey=other.key')
    assert run.mvnFailing('lambda:script', '-Dlambda.script=Count.java', '-Dlambda.scriptKey=other.key') =~ /LM\d{3}/

    // The same, signed by a key that never leaves KMS: an emulated one, whose public part alone the function has.
    MotoServer moto = null
    try {
        System.setProperty('lambda.moto.required', motoRequired)
        moto = MotoServer.start()
    } catch (TestAbortedException e) {
        println "SKIPPED: ${e.message}"
    }
    if (moto != null) {
        try {
            run.environment('AWS_ACCESS_KEY_ID', 'test').environment('AWS_SECRET_ACCESS_KEY', 'test')
                .environment('AWS_DEFAULT_REGION', 'us-east-1').environment('AWS_EC2_METADATA_DISABLED', 'true')
            def kms = { String... words ->
                run.command((['aws', '--endpoint-url', moto.endpoint().toString(), '--output', 'text', 'kms'] + words.toList()) as String[]).trim()
            }
            def create = ['create-key', '--key-usage', 'SIGN_VERIFY', '--query', 'KeyMetadata.KeyId', '--key-spec']
            def id = kms((create + 'ECC_NIST_P256') as String[])
            def signing = ['-Dlambda.script=Count.java', "-Dlambda.scriptKmsKey=${id}".toString(), "-Dlambda.endpoint=${moto.endpoint()}".toString(),
                '-Dlambda.region=us-east-1', '-Dlambda.args={"day":"2026-02-28"}']
            assert run.mvnFailing((['lambda:script'] + signing) as String[]).contains('LM389')
            def publicKey = kms('get-public-key', '--key-id', id, '--query', 'PublicKey')
            run.edit('pom.xml', '</ops>', "</ops><kms>${publicKey}</kms>".toString())
            run.mvn('lambda:deploy')
            assert run.mvn((['lambda:script'] + signing) as String[]) =~ /counted \d on 2026-02-28/
            assert run.mvn('lambda:logs') =~ /AUDIT script=Count key=kms sha256=\p{XDigit}+ .*outcome=done/
            // Another key of KMS, which the stage does not know.
            signing[1] = "-Dlambda.scriptKmsKey=${kms((create + 'ECC_NIST_P256') as String[])}".toString()
            assert run.mvnFailing((['lambda:script'] + signing) as String[]).contains('LM389')
        } finally {
            moto.close()
        }
    }

    // A stage that takes no commands.
    run.mvn('lambda:deploy', '-Dlambda.stage=closed')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.stage=closed', '-Dlambda.command=reindex', '-Dlambda.args=index=a') 
        .contains('this stage takes no commands: they are switched off with <commands>')

    // A function of another stage, which takes tasks all the same.
    assert run.mvn('lambda:invoke', '-Dlambda.command=sell-there', '-Dlambda.args={"item":"coffee","function":"operations-closed"}')
        .contains('handed over as ')
    patience = System.currentTimeMillis() + 20_000
    while (!run.mvn('lambda:logs', '-Dlambda.stage=closed').contains('sold coffee')) {
        assert System.currentTimeMillis() < patience
    }
    assert !run.mvn('lambda:logs').contains('sold coffee')
    assert run.mvnFailing('lambda:invoke', '-Dlambda.command=sell-there', '-Dlambda.args={"item":"coffee","function":"closed:ops"}')
        .contains('neither the name of a function nor its ARN')
} finally {
    run.mvn('lambda:stop')
    new File(basedir, 'local').deleteDir()
}
return true
