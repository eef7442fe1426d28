import io.lambdamaven.plugin.testing.MavenRun

// In a reactor built by two threads, nothing is deployed before the last module is packed, and modules without
// handlers are passed over.

def run = new MavenRun(basedir, localRepositoryPath).option('-Dlambda.local.directory=' + new File(basedir, 'local'))
try {
    def log = run.mvn('-T2', 'clean', 'package', '-Dlambda.target=local').readLines()
    def packed = log.findIndexValues { it =~ /Packed (orders|billing)-1\.0\.0-lambda\.jar/ }
    def plans = log.findIndexValues { it.contains('Plan for com.example.reactor:') }
    assert packed.size() == 2 && plans.size() == 2
    assert packed.max() < plans.min()
    assert log.any { it.contains('No method carries a trigger: nothing to deploy.') }

    def orders = run.mvn('-pl', 'orders', 'lambda:invoke', '-Dlambda.target=local')
    assert orders.contains('{"text":"hello from orders"}')
    def billing = run.mvn('-pl', 'billing', 'lambda:invoke', '-Dlambda.target=local')
    assert billing.contains('{"text":"hello from billing"}')
} finally {
    // Called for four modules, done once.
    assert run.mvn('lambda:stop').readLines().count { it.contains('The local Lambda is stopped.') } == 1
    new File(basedir, 'local').deleteDir()
}
return true
