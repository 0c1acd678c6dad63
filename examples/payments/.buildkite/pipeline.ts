import { service } from 'kitewright/presets'

export default service({ name: 'payments' })
